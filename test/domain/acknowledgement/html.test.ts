import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { htmlOf } from "../../../src/domain/acknowledgement/html.ts";

test("a paragraph is a paragraph, and a line break one", () => {
  expect(htmlOf(["Dear Ada,", "one\ntwo"])).toBe("<p>Dear Ada,</p><p>one<br>two</p>");
});

test("whatever stands in a name or a subject stays text", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const inside = htmlOf([text]).slice("<p>".length, -"</p>".length).replaceAll("<br>", "\n");
      expect(inside).not.toMatch(/[<>"']/);
      const back = inside.replace(
        /&(amp|lt|gt|quot|#39);/g,
        (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "",
      );
      expect(back).toBe(text);
    }),
  );
});
