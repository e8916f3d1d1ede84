/** The two policies that ship: they must read without a word of complaint. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parsePolicy } from "../../../src/domain/policy/parsePolicy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { exampleSettings } from "../../fixtures/calendar/examples.ts";

function shipped(name: string): Policy {
  const read = parsePolicy(
    JSON.parse(readFileSync(new URL(`../../../assets/policies/${name}`, import.meta.url), "utf8")),
  );
  expect(read).toMatchObject({ ok: true, warnings: [] });
  if (!read.ok) throw new Error("unreadable");
  return read.value;
}

test("Spruce Grove promises what AP-1077-23 §5.1 says, each channel with its clause", () => {
  const { channels } = shipped("spruce-grove.json");
  const promised = Object.entries(channels).map(([id, { responseDays, clause }]) => [id, responseDays, clause]);
  expect(promised).toEqual([
    ["email", 2, "AP-1077-23 §5.1(a)"],
    ["voicemail", 1, "AP-1077-23 §5.1(a)"],
    ["letter", 5, "AP-1077-23 §5.1(a)"],
    ["our-city", 5, "AP-1077-23 §5.1(a)"],
    ["portal", 2, "AP-1077-23 §5.1(a)"],
  ]);
});

test("Spruce Grove's closures of 2023 to 2029 are the usual proposal for an Alberta municipality", () => {
  const { closures } = shipped("spruce-grove.json").calendar;
  const proposed = exampleSettings["ab-muni"]!.closures.filter(({ date }) => date >= "2023" && date < "2030");
  expect(closures).toEqual(proposed);
  expect(closures.length).toBeGreaterThan(90);
});

test("Okotoks names no response time (EL A 2.3): no channel is ever due, and internal customers are listed", () => {
  const { channels, customers } = shipped("okotoks.json");
  expect(Object.values(channels).map(({ responseDays }) => responseDays)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(customers?.addresses.length).toBeGreaterThan(0);
});

test("both policies ask about the receipt rule first, and each, in English and French, names a place in the document", () => {
  for (const name of ["spruce-grove.json", "okotoks.json"]) {
    const policy = shipped(name);
    expect(policy.open?.[0]?.path).toBe("counting.receipt");
    for (const { path, questions } of policy.open ?? []) {
      expect([path, questions?.["fr"]]).toEqual([path, expect.stringMatching(/ \?/)]);
      const found = path
        .split(".")
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], policy);
      expect([path, found]).toEqual([path, expect.anything()]);
    }
  }
});

test("every template and the commitment are there in English and French", () => {
  const { templates, commitment } = shipped("spruce-grove.json");
  expect(templates?.map(({ id, replyKind, texts }) => [id, replyKind, Object.keys(texts)])).toEqual([
    ["receipt-and-next-step", "holding", ["en", "fr"]],
    ["who-answers", "holding", ["en", "fr"]],
    ["more-information", "part", ["en", "fr"]],
  ]);
  expect(Object.keys(commitment?.texts ?? {})).toEqual(["en", "fr"]);
});
