/** The issuer's public keys: found through its openid-configuration unless named, cached, fetched again on a new kid. */
import { request } from "node:https";
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";
import { KeysUnavailable } from "./verifier.ts";

export interface KeySource {
  readonly issuer: string;
  /** Null: discovered from the issuer. */
  readonly jwksUrl: string | null;
  /** PEM of the certificate authority of a self-signed issuer, trusted for these fetches alone. */
  readonly ca: string | null;
  /** Least time between two fetches because of an unknown kid. */
  readonly cooldownMs: number;
}

const timeoutMs = 5000;
const maxBytes = 1_000_000;

/** GET of a JSON document over https with our own `ca`, in the shape that jose asks of a fetch. */
function fetchWith(ca: string | null): (url: string) => Promise<Response> {
  return (url) =>
    new Promise((resolve, reject) => {
      const asked = request(url, { ...(ca === null ? {} : { ca }), timeout: timeoutMs }, (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxBytes) asked.destroy(new Error("the answer is too large"));
          else chunks.push(chunk);
        });
        answer.on("error", reject);
        answer.on("end", () => resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 502 })));
      });
      asked.on("timeout", () => asked.destroy(new Error("the issuer did not answer in time")));
      asked.on("error", reject);
      asked.end();
    });
}

/** @throws KeysUnavailable when the issuer's configuration cannot be had, or is another issuer's */
async function discoverJwks(issuer: string, get: (url: string) => Promise<Response>): Promise<URL> {
  const answer = await get(`${issuer}/.well-known/openid-configuration`);
  if (answer.status !== 200) throw new KeysUnavailable(`openid-configuration: status ${answer.status}`);
  const document = (await answer.json()) as Readonly<Record<string, unknown>>;
  if (document["issuer"] !== issuer) throw new KeysUnavailable("openid-configuration: names another issuer");
  const url = new URL(String(document["jwks_uri"]));
  if (url.protocol !== "https:") throw new KeysUnavailable("openid-configuration: jwks_uri is not https");
  return url;
}

/** What says something about the token is thrown on; everything else means that the keys could not be had. */
function asKeysUnavailable(error: unknown): unknown {
  const aboutToken = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
  if (aboutToken || error instanceof KeysUnavailable || error instanceof errors.JOSEAlgNotAllowed) return error;
  return new KeysUnavailable("the issuer's keys cannot be fetched", { cause: error });
}

/** Nothing is fetched until the first token comes, so that service and issuer may start in any order. */
export function signingKeys(source: KeySource): JWTVerifyGetKey {
  const get = fetchWith(source.ca);
  const open = async (): Promise<JWTVerifyGetKey> => {
    const url = source.jwksUrl === null ? await discoverJwks(source.issuer, get) : new URL(source.jwksUrl);
    return createRemoteJWKSet(url, {
      cooldownDuration: source.cooldownMs,
      cacheMaxAge: 600_000,
      timeoutDuration: timeoutMs,
      [customFetch]: get,
    });
  };
  let keys: Promise<JWTVerifyGetKey> | null = null;
  return async (header, token) => {
    try {
      keys ??= open();
      const keySet = await keys.catch((error: unknown) => {
        keys = null;
        throw error;
      });
      return await keySet(header, token);
    } catch (error) {
      throw asKeysUnavailable(error);
    }
  };
}
