/** What a service must be told to trust the sandbox's issuer: the values of its settings. */
import { issuerAddress } from "./issuer/issuer.ts";
import { clientId, supervisorGroup, tenantId } from "./people.ts";

export interface SandboxIdentity {
  /** `iss` of the tokens; its openid-configuration names the keys. */
  readonly issuer: string;
  readonly tenant: string;
  /** Add-in and service share one app registration. */
  readonly clientId: string;
  /** Members' inquiries belong to Planning: for DEPARTMENTS_BY_GROUP. */
  readonly supervisorGroup: string;
}

/** @param issuerOrigin such as https://localhost:7446 */
export function sandboxIdentity(issuerOrigin: string): SandboxIdentity {
  return { issuer: issuerAddress(issuerOrigin), tenant: tenantId, clientId, supervisorGroup };
}
