/** The answer to getAppContextAsync: what Office.js learns of its surroundings (outlook-host-protocol §4.1). */
import type { HostedAddin, OutlookWindow } from "./outlook.ts";

/** Of the Outlook that is played; Office.js compares it with minimum versions. */
export const hostVersion = "16.0.15201.10000";

/** Announced honestly: the npm library has Mailbox 1.12, so the host says no more (§11). */
const requirementSets = { Mailbox: "1.12", AddinCommands: "1.3", DialogApi: "1.2", NestedAppAuth: "1.1" };

export function appContext(addin: HostedAddin, outlook: OutlookWindow): Readonly<Record<string, unknown>> {
  return {
    _id: addin.id,
    _appInstanceId: addin.id,
    _appName: 64, // OutlookWebApp
    _appVersion: "16.01",
    _appMinorVersion: 1,
    _appUILocale: outlook.locale,
    _dataLocale: outlook.locale,
    _docUrl: `${location.origin}/`,
    _clientMode: 0,
    _settings: outlook.roamingSettings(),
    _reason: "controlActivation",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "",
    _hostCustomMessage: "",
    _hostFullVersion: hostVersion,
    _clientWindowHeight: 600,
    _clientWindowWidth: 320,
    _addinName: addin.name,
    _appDomains: [addin.origin],
    _featureGates: {},
    _marketplaceType: "",
    _wacHostEnvironment: "0",
    _requirementMatrix: JSON.stringify(requirementSets),
  };
}
