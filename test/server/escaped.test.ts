import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { escaped } from "../../src/server/escaped.ts";

test("a value cannot open a tag, close an attribute or begin a reference", () => {
  const hostile = `<script>"&'</script>`;
  expect(escaped`<p title="${hostile}">${hostile}</p>`.text).toBe(
    `<p title="&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;">&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</p>`,
  );
});

test("HTML made by the tag stands as it is, alone or in a list; null is nothing", () => {
  const items = ["a", "<"].map((text) => escaped`<li>${text}</li>`);
  expect(escaped`<ul>${items}</ul>${null}${escaped`<hr>`}${3}`.text).toBe("<ul><li>a</li><li>&lt;</li></ul><hr>3");
});

test("whatever the text, nothing of it is markup, and a reader gets it back whole", () => {
  const references: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const written = escaped`${text}`.text;
      expect(written).not.toMatch(/[<>"']/);
      expect(written.replace(/&(lt|gt|quot|#39|amp);/g, (_whole, name: string) => references[name] ?? "")).toBe(text);
    }),
  );
});
