/** A local stand-in for Entra's token service: real signed tokens, as facts on sign-in §7 describe them. */
import { randomBytes } from "node:crypto";
import { createLocalJWKSet, type JWTPayload, type JWTVerifyGetKey, SignJWT } from "jose";
import type { Now } from "../clock.ts";
import { clientId, type Person, tenantId } from "../people.ts";
import type { KeyRing } from "./keyRing.ts";
import { graphResource, type ScopeRequest } from "./scopes.ts";

export const tokenLifetimeS = 3600;

/** Who a token speaks of: the sandbox's people, and the invented colleagues of the sample data. */
export type TokenPerson = Pick<Person, "oid" | "name" | "address" | "roles" | "groups">;

export class Issuer {
  readonly keys: KeyRing;
  /** `iss` of version 2 tokens. */
  readonly address: string;
  /** `iss` of Graph's version 1 tokens. */
  readonly graphAddress = `https://sts.windows.net/${tenantId}/`;
  readonly #now: Now;

  /** @param origin where this issuer is reached, such as https://localhost:7446 */
  constructor(origin: string, keys: KeyRing, now: Now) {
    this.address = issuerAddress(origin);
    this.keys = keys;
    this.#now = now;
  }

  /** For verifying a token against the keys as they are now. */
  get keySet(): JWTVerifyGetKey {
    return createLocalJWKSet({ keys: [...this.keys.published] });
  }

  accessToken(person: TokenPerson, { resource, short }: ScopeRequest): Promise<string> {
    const common = { ...identity(person), scp: short.join(" ") };
    return resource === "graph" ? this.#graphToken(person, common) : this.#apiToken(person, common);
  }

  idToken(person: TokenPerson): Promise<string> {
    return this.#sign({
      ...identity(person),
      aud: clientId,
      iss: this.address,
      ver: "2.0",
      preferred_username: person.address,
      login_hint: `O.${Buffer.from(person.oid).toString("base64url")}`,
    });
  }

  #apiToken(person: TokenPerson, common: JWTPayload): Promise<string> {
    return this.#sign({
      ...common,
      aud: clientId,
      iss: this.address,
      ver: "2.0",
      azp: clientId,
      azpacr: "0",
      preferred_username: person.address,
      // Both are absent when there are none, as Entra leaves them out.
      ...(person.roles.length > 0 ? { roles: person.roles } : {}),
      ...(person.groups.length > 0 ? { groups: person.groups } : {}),
    });
  }

  #graphToken(person: TokenPerson, common: JWTPayload): Promise<string> {
    return this.#sign({
      ...common,
      aud: graphResource,
      iss: this.graphAddress,
      ver: "1.0",
      appid: clientId,
      appidacr: "0",
      idtyp: "user",
      upn: person.address,
      unique_name: person.address,
    });
  }

  #sign(claims: JWTPayload): Promise<string> {
    const iat = Math.floor(this.#now() / 1000);
    const key = this.keys.current;
    const uti = randomBytes(16).toString("base64url");
    return new SignJWT({ ...claims, iat, nbf: iat - 5, exp: iat + tokenLifetimeS, uti, rh: "0.A" })
      .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: key.kid })
      .sign(key.privateKey);
  }
}

/** `iss` of the tokens for our own service, by the issuer's origin. */
export function issuerAddress(origin: string): string {
  return `${origin}/${tenantId}/v2.0`;
}

function identity(person: TokenPerson): JWTPayload {
  return { tid: tenantId, oid: person.oid, sub: `sandbox-${person.oid}`, name: person.name };
}
