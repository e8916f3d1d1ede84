/** The pane in Outlook: builds the ports, makes the add-in, shows it. The only place that knows every adapter. */
import { createRoot } from "react-dom/client";
import { createAddin } from "../addin/createAddin.ts";
import type { Ports, SignIn } from "../addin/ports.ts";
import { browserStorage } from "../browser/browserStorage.ts";
import { chance } from "../browser/chance.ts";
import { fetchService } from "../browser/fetchService.ts";
import { sitePolicy, siteSettings } from "../browser/siteFiles.ts";
import { systemClock } from "../browser/systemClock.ts";
import { digest } from "../browser/digest.ts";
import type { SiteSettings } from "../contract/settings.ts";
import { graphMail } from "../graph/graphMail.ts";
import { graphRequest } from "../graph/graphRequest.ts";
import { nestedSignIn } from "../graph/signIn.ts";
import { officeMail } from "../office/officeMail.ts";
import { startOffice } from "../office/startOffice.ts";
import { App } from "./App.tsx";
import { OutsideOutlook } from "./nothing/OutsideOutlook.tsx";

function signInOf({ clientId, authority }: SiteSettings): SignIn | null {
  return clientId !== undefined && authority !== undefined ? nestedSignIn({ clientId, authority }) : null;
}

async function portsOf(settings: SiteSettings): Promise<Ports> {
  const clock = systemClock();
  const mail = officeMail();
  const signIn = signInOf(settings);
  const tokenFor = (scopes: readonly string[]) => (force: boolean, claims?: string) => {
    if (signIn === null) throw new Error("a service or Graph is set, but no client id and authority");
    return signIn.silently(scopes, force, claims);
  };
  const { service, serviceScope, graph, graphScopes, addinId } = settings;
  return {
    clock,
    digest: digest(),
    mail,
    signIn,
    storage: await browserStorage(mail.user.address),
    mailbox:
      graph === undefined || signIn === null
        ? null
        : graphMail(graphRequest({ base: graph, token: tokenFor(graphScopes), clock, dice: chance }), {
            addinId,
            scopes: graphScopes,
          }),
    service:
      service === undefined || serviceScope === undefined || signIn === null
        ? null
        : fetchService({ origin: service, token: tokenFor([serviceScope]) }),
    shippedPolicy: () => sitePolicy("policy.json"),
  };
}

function scopesOf({ service, serviceScope, graph, graphScopes }: SiteSettings): readonly (readonly string[])[] {
  return [
    ...(service !== undefined && serviceScope !== undefined ? [[serviceScope]] : []),
    ...(graph !== undefined ? [graphScopes] : []),
  ];
}

async function show(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  if (!(await startOffice())) {
    root.render(<OutsideOutlook language={navigator.language} />);
    return;
  }
  // Without its site's settings the pane knows no service and no Graph, and still shows the due date (rule 9).
  const settings = await siteSettings("settings.json").catch((): SiteSettings => ({ addinId: "", graphScopes: [] }));
  const ports = await portsOf(settings);
  const addin = createAddin(ports, { dice: chance, scopes: scopesOf(settings) });
  document.documentElement.lang = ports.mail.language;
  root.render(<App addin={addin} language={ports.mail.language} />);
  // Back from sleep, or from another tab: what was true may be true no more.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void addin.refresh();
  });
  window.addEventListener("online", () => void addin.refresh());
  await addin.start();
}

const container = document.getElementById("root");
if (container) void show(container);
