/** The API document as a page: plain HTML of our own, without a script, readable by light and by dark. */
import { escaped, Html } from "../escaped.ts";
import type { Answer, ApiDocument, JsonSchema, Operation, Parameter } from "./openApi.ts";

/** Colours are the reader's own (CSS system colours), so that contrast holds in either scheme. */
export const pageStyle = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
h2 { margin-top: 2.5rem; border-top: 1px solid GrayText; padding-top: 1rem; }
code, pre { font: 0.9rem/1.4 ui-monospace, Consolas, monospace; }
h3 code { font-size: inherit; }
pre { overflow-x: auto; border: 1px solid GrayText; padding: 0.75rem; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: 600; padding: 0.5rem 0 0.25rem; }
th, td { border: 1px solid GrayText; padding: 0.25rem 0.75rem; text-align: start; vertical-align: top; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;

function nameIn(reference: unknown): string | null {
  return typeof reference === "string" ? (reference.split("/").at(-1) ?? null) : null;
}

/** A link to a named schema, or the schema itself. */
function schemaShown(schema: JsonSchema): Html {
  const name = nameIn(schema["$ref"]);
  return name === null ? escaped`<code>${JSON.stringify(schema)}</code>` : escaped`<a href="#${name}">${name}</a>`;
}

function table(caption: string, columns: readonly string[], rows: readonly Html[]): Html {
  return escaped`<table><caption>${caption}</caption>
<thead><tr>${columns.map((column) => escaped`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>
`;
}

function parameterRow({ name, in: place, required, schema }: Parameter): Html {
  return escaped`<tr><th scope="row"><code>${name}</code></th><td>${place}</td><td>${required ? "yes" : "no"}</td><td>${schemaShown(schema)}</td></tr>
`;
}

function answerRow(status: string, { description, content = {} }: Answer): Html {
  const forms = Object.entries(content).map(
    ([media, { schema }]) => escaped`<code>${media}</code>: ${schemaShown(schema)}`,
  );
  return escaped`<tr><th scope="row">${status}</th><td>${description}</td><td>${forms}</td></tr>
`;
}

function answerRows({ responses }: Operation, { components }: ApiDocument): readonly Html[] {
  return Object.entries(responses).flatMap(([status, answer]) => {
    const said = "$ref" in answer ? components.responses[nameIn(answer.$ref) ?? ""] : answer;
    return said === undefined ? [] : answerRow(status, said);
  });
}

function operationSection(path: string, method: string, operation: Operation, document: ApiDocument): Html {
  const { operationId, summary, description, parameters = [], requestBody } = operation;
  const body = requestBody?.content["application/json"]?.schema;
  return escaped`<section aria-labelledby="${operationId}">
<h3 id="${operationId}"><code>${method.toUpperCase()} ${path}</code></h3>
<p>${summary} ${description}</p>
${parameters.length === 0 ? null : table("Parameters", ["Name", "In", "Required", "Form"], parameters.map(parameterRow))}${
    body === undefined ? null : escaped`<p>The body, as <code>application/json</code>: ${schemaShown(body)}</p>\n`
  }${table("Answers", ["Status", "Meaning", "Form"], answerRows(operation, document))}</section>
`;
}

function schemaSection([name, schema]: readonly [string, JsonSchema]): Html {
  return escaped`<section aria-labelledby="${name}">
<h3 id="${name}"><code>${name}</code></h3>
<pre tabindex="0" role="region" aria-label="${name} as JSON Schema">${JSON.stringify(schema, null, 2)}</pre>
</section>
`;
}

/** @returns the whole page; its only style is `pageStyle` */
export function documentPage(document: ApiDocument): string {
  const { info, paths, components, openapi } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const contents = operations.map(
    ({ path, method, operation: { operationId, summary } }) =>
      escaped`<li><a href="#${operationId}"><code>${method.toUpperCase()} ${path}</code></a>: ${summary}</li>\n`,
  );
  return escaped`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}</title>
${new Html(`<style>${pageStyle}</style>`)}
</head>
<body>
<main>
<h1>${info.title}</h1>
<p>${info.description}</p>
<p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${openapi}).</p>
<nav aria-label="Routes"><ul>
${contents}</ul></nav>
<h2>Routes</h2>
${operations.map(({ path, method, operation }) => operationSection(path, method, operation, document))}
<h2>Schemas</h2>
${Object.entries(components.schemas).map(schemaSection)}
</main>
</body>
</html>
`.text;
}
