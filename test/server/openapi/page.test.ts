/** @jest-environment jsdom */
import { beforeAll, expect, jest, test } from "@jest/globals";
import axe from "axe-core";
import { documentPage } from "../../../src/server/openapi/page.ts";
import { document as described } from "../support/documented.ts";

// Every route and schema is looked at, on a machine that may be busy.
jest.setTimeout(30_000);

beforeAll(() => {
  const page = new DOMParser().parseFromString(documentPage(described), "text/html");
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
});

const texts = (selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

/** Colours are those of the reader's own system: jsdom has none. */
test("it has no structural fault for assistive technology", async () => {
  const { violations, passes } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  expect(passes.length).toBeGreaterThan(15);
});

test("it shows every route and every schema of the document", () => {
  const routes = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(texts("h3")).toEqual([...routes, ...Object.keys(described.components.schemas)]);
});

test("every link on it leads to a place on it, but for the document itself", () => {
  const targets = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
  expect(targets.length).toBeGreaterThan(30);
  const lost = targets.filter((target) => !target.startsWith("#") || document.getElementById(target.slice(1)) === null);
  expect(lost).toEqual(["/api/openapi.json"]);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("it loads nothing and runs nothing", () => {
  expect(document.querySelectorAll("script, link, img, iframe, object, [src], [style], [onclick]")).toHaveLength(0);
});

test("what the document says is text on it, never markup", () => {
  const info = { ...described.info, description: `<img src=x onerror="x"> & 'so on'` };
  const page = documentPage({ ...described, info });
  expect(page).toContain("&lt;img src=x onerror=&quot;x&quot;&gt; &amp; &#39;so on&#39;");
  expect(page).not.toContain("<img");
});
