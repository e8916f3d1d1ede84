/** GET /me and /users/{oneself} */
import { graphError, graphOk, type GraphAnswer, type GraphCall } from "../exchange.ts";

export function me({ person, query, address, now }: GraphCall): GraphAnswer {
  const user: Readonly<Record<string, unknown>> = {
    businessPhones: [],
    displayName: person.name,
    givenName: person.name.split(" ")[0] ?? null,
    jobTitle: person.title,
    mail: person.address,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: person.name.split(" ").at(-1) ?? null,
    userPrincipalName: person.address,
    id: person.oid,
  };
  const select = query
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  const unknown = select?.find((name) => !(name in user));
  if (unknown !== undefined) {
    return graphError(
      400,
      "RequestBroker--ParseUri",
      `Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`,
      now,
    );
  }
  const shown = select ? Object.fromEntries(select.map((name) => [name, user[name]])) : user;
  const context = `${address.origin}/v1.0/$metadata#users${select ? `(${select.join(",")})` : ""}/$entity`;
  return graphOk({ "@odata.context": context, ...shown, id: person.oid });
}
