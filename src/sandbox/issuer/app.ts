/** The issuer over https: its discovery document and its keys. Tokens come from the sandbox page's broker alone. */
import type { FastifyInstance } from "fastify";
import { tenantId } from "../people.ts";
import { greet, httpsApp, type TlsPair } from "../httpsApp.ts";
import type { Issuer } from "./issuer.ts";

export function issuerApp(certificate: TlsPair, origin: string, issuer: Issuer): FastifyInstance {
  const app = httpsApp(certificate);
  greet(app);
  app.addHook("onSend", async (_request, reply) => {
    reply.header("access-control-allow-origin", "*").header("cache-control", "no-store");
  });
  app.get(`/${tenantId}/v2.0/.well-known/openid-configuration`, () => ({
    issuer: issuer.address,
    authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
    token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
    jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
    response_types_supported: ["code", "id_token", "code id_token"],
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "oid", "tid", "name", "preferred_username"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    cloud_instance_name: "microsoftonline.com",
  }));
  app.get(`/${tenantId}/discovery/v2.0/keys`, () => ({
    keys: issuer.keys.published.map((key) => ({ ...key, issuer: issuer.address })),
  }));
  return app;
}
