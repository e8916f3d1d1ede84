/** The API document (OpenAPI 3.1), made of the table of routes and of the schemas that check requests. */
import type { Access } from "../identity/access.ts";
import type { Route, Schema } from "../routes/route.ts";
import { titleOf } from "../wording.ts";
import type { Answer, ApiDocument, JsonSchema, Operation, Parameter } from "./openApi.ts";
import { componentSchemas, jsonSchemaOf } from "./schemas.ts";

const description = [
  "What the add-in and the service say to each other. Only timeliness is told: no subject, text, name or address.",
  "Every GET answers HEAD too. Every refusal is a problem document (RFC 9457) with a sentence in the language of",
  "Accept-Language (English or French) and, where one is at fault, the field.",
].join(" ");

const mayAsk: Readonly<Record<Access, string>> = {
  anyone: "Anyone may ask, without a token.",
  signedIn: "Whoever is signed in may ask.",
  figures: "Supervisors may ask for their own departments, reviewers and administrators for all.",
  administrator: "Administrators may ask.",
};

const text: JsonSchema = { type: "string" };
const headersOf: Readonly<Record<number, Answer["headers"]>> = {
  401: { "WWW-Authenticate": { schema: text } },
  429: { "Retry-After": { schema: { type: "integer", description: "Seconds." } } },
};

/** Statuses of the refusals that may come from a route: those that follow from its row, and its own. */
function refusalsOf({ access, params, query, body, refusals = [] }: Route): readonly number[] {
  const ofRequest = [params, query, body].some((part) => part !== undefined) ? [400] : [];
  const ofBody = body === undefined ? [] : [413, 415];
  const ofGuard = access === "anyone" ? [] : [401, 403, 429, 503];
  return [...new Set([...ofRequest, ...ofBody, ...ofGuard, ...refusals, 500])].sort((a, b) => a - b);
}

function parametersIn(place: Parameter["in"], schema: Schema | undefined): readonly Parameter[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(schema) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function parametersOf({ params, query, tagged }: Route): readonly Parameter[] {
  const tag: Parameter = { name: "If-None-Match", in: "header", required: false, schema: text };
  return [...parametersIn("path", params), ...parametersIn("query", query), ...(tagged ? [tag] : [])];
}

function answersOf(route: Route): Operation["responses"] {
  const { answer, media = "application/json", tagged } = route;
  const headers = tagged ? { headers: { ETag: { schema: text } } } : {};
  const good: Answer =
    answer === null
      ? { description: "Done; there is nothing to say." }
      : { description: "The answer.", ...headers, content: { [media]: { schema: jsonSchemaOf(answer) } } };
  const refusals = refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/${status}` }] as const);
  return {
    [answer === null ? 204 : 200]: good,
    ...(tagged ? { 304: { description: "What the caller has is still so.", ...headers } } : {}),
    ...Object.fromEntries(refusals),
  };
}

function operationOf(operationId: string, route: Route): Operation {
  const { access, body, summary } = route;
  const parameters = parametersOf(route);
  return {
    operationId,
    summary,
    description: mayAsk[access],
    security: access === "anyone" ? [] : [{ token: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: jsonSchemaOf(body) } } } }),
    responses: answersOf(route),
  };
}

function pathsOf(routes: Readonly<Record<string, Route>>): ApiDocument["paths"] {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = route.address.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return paths;
}

function problemAnswers(routes: Readonly<Record<string, Route>>): Readonly<Record<string, Answer>> {
  const statuses = new Set(Object.values(routes).flatMap(refusalsOf));
  const schema = { $ref: "#/components/schemas/Problem" };
  const answers = [...statuses].map((status): [number, Answer] => {
    const headers = headersOf[status];
    const said = { description: titleOf(status, "en"), ...(headers ? { headers } : {}) };
    return [status, { ...said, content: { "application/problem+json": { schema } } }];
  });
  return Object.fromEntries(answers);
}

/** The document of these routes; `paths` in the table's order. */
export function apiDocument(routes: Readonly<Record<string, Route>>): ApiDocument {
  return {
    openapi: "3.1.1",
    info: { title: "CivicReply service", version: "1", description },
    servers: [{ url: "/" }],
    paths: pathsOf(routes),
    components: {
      schemas: componentSchemas(),
      responses: problemAnswers(routes),
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "An access token of version 2.0 from the city's Entra tenant, for this API's scope.",
        },
      },
    },
  };
}
