/** GET /api/openapi.json and GET /api/docs: the API document, and the same as a page to read. */
import { createHash } from "node:crypto";
import { apiDocument } from "../openapi/document.ts";
import { documentPage, pageStyle } from "../openapi/page.ts";
import type { Handler } from "./route.ts";
import { type RouteOf, routes } from "./table.ts";

/** A new version of the service is seen within minutes. */
const kept = "public, max-age=300";

export function openApiHandler(): Handler<RouteOf<"openApi">> {
  const body = JSON.stringify(apiDocument(routes));
  return ({ reply }) => reply.header("cache-control", kept).type("application/json; charset=utf-8").send(body);
}

/** The page may have its own style, known by its hash, and nothing else. */
export function docsHandler(): Handler<RouteOf<"docs">> {
  const page = documentPage(apiDocument(routes));
  const hash = createHash("sha256").update(pageStyle).digest("base64");
  const allowed = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return ({ reply }) =>
    reply
      .header("cache-control", kept)
      .header("content-security-policy", allowed)
      .type("text/html; charset=utf-8")
      .send(page);
}
