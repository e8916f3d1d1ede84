/** What the API document says of an answer; every answer in the service's tests is held against it. */
import { expect } from "@jest/globals";
import type { LightMyRequestResponse } from "fastify";
import { problemSchema } from "../../../src/contract/problem.ts";
import { apiDocument } from "../../../src/server/openapi/document.ts";
import type { ApiDocument } from "../../../src/server/openapi/openApi.ts";
import type { Route } from "../../../src/server/routes/route.ts";
import { routes } from "../../../src/server/routes/table.ts";

export const document: ApiDocument = apiDocument(routes);

const rows = (Object.values(routes) as readonly Route[]).map((route) => ({
  route,
  path: route.address.replace(/:(\w+)/g, "{$1}"),
  pattern: new RegExp(`^${route.address.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`),
}));

function mediaOf({ headers }: LightMyRequestResponse): string {
  return String(headers["content-type"]).split(";")[0] ?? "";
}

function expectProblem(answer: LightMyRequestResponse): void {
  expect(mediaOf(answer)).toBe("application/problem+json");
  const problem = problemSchema.parse(answer.json());
  expect(answer.json()).toEqual(problem);
  expect(problem).toMatchObject({ status: answer.statusCode, type: expect.stringMatching(/^urn:civicreply:problem:/) });
  expect(problem.title).not.toBe("");
  // A name in braces that nothing was put in for.
  expect(problem.detail).not.toMatch(/^$|\{[a-z]{3,}\}/);
}

function expectNothing({ body }: LightMyRequestResponse): void {
  expect(body).toBe("");
}

function expectAnswer({ answer: schema, media = "application/json" }: Route, answer: LightMyRequestResponse): void {
  if (schema === null) {
    expectNothing(answer);
    return;
  }
  expect(mediaOf(answer)).toBe(media);
  const said: unknown = media === "application/json" ? answer.json() : answer.body;
  // Reading drops what the schema does not name: so nothing is answered that the document does not say.
  expect(schema.parse(said)).toEqual(said);
}

/**
 * Holds an answer against the document: its status is listed, its media type and content are what is said there. What
 * the document does not know is refused with a problem document all the same.
 *
 * @throws (as a failed expectation) when it is not so
 */
export function expectDocumented(method: string, url: string, answer: LightMyRequestResponse): void {
  const path = url.split("?")[0] ?? "";
  const asked = method === "HEAD" ? "GET" : method;
  const row = rows.find(({ route, pattern }) => route.method === asked && pattern.test(path));
  if (row !== undefined) {
    const responses = document.paths[row.path]?.[asked.toLowerCase()]?.responses ?? {};
    expect(Object.keys(responses)).toContain(String(answer.statusCode));
  }
  if (method === "HEAD" || answer.statusCode === 304) expectNothing(answer);
  else if (answer.statusCode >= 400) expectProblem(answer);
  else if (row !== undefined) expectAnswer(row.route, answer);
}
