import "../support/dom.ts";
import { expect, test } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import type { LooksAnswer } from "../../src/addin/addin.ts";
import { sampleLooks } from "../support/views.ts";
import { show } from "./show.tsx";

async function openLooks(looks: LooksAnswer = { ok: true, entries: sampleLooks }, language: "en" | "fr" = "en") {
  const shown = show("repliesEmpty", { looks, language });
  const name = language === "en" ? "Who looked at the figures" : "Qui a consulté les chiffres";
  expect(shown.addin.asked).not.toContain("looks null");
  await shown.person.click(await screen.findByRole("button", { name }));
  return shown;
}

const lines = async () =>
  (await screen.findAllByRole("listitem"))
    .map(({ textContent }) => textContent.replaceAll("\u00a0", " "))
    .filter((line) => /Tom Bray|Ines|itself|lui-même/.test(line));

test("everyone can open who looked and who changed what: asked for only then, one look at several departments a line", async () => {
  const { addin } = await openLooks();
  expect(await lines()).toEqual([
    "Ines Callowhill looked at the figures of Planning, RoadsFri, Nov 20, 2:12 p.m.",
    "Tom Bray took the inquiries of Planning as a file, Thu, Oct 1 to Sat, Oct 31Fri, Nov 20, 11:30 a.m.",
    "Tom Bray worked due dates out again, Mon, Nov 9 to Tue, Nov 10; 3 due dates movedThu, Nov 19, 9:05 a.m.",
    "The service itself put version 2026-2 of the policy into forceThu, Nov 19, 8:00 a.m.",
  ]);
  expect(addin.asked).toContain("looks null");
});

test("in French, too", async () => {
  await openLooks(undefined, "fr");
  expect((await lines())[0]).toMatch(/^Ines Callowhill a consulté les chiffres de : /);
});

test("a department can be chosen", async () => {
  const { addin, person } = await openLooks();
  const choice = await screen.findByRole("combobox", { name: "Department" });
  await person.selectOptions(choice, within(choice).getByRole("option", { name: "Planning" }));
  expect(addin.asked).toContain("looks planning");
});

test("many are shown in part, and all when asked", async () => {
  const many = Array.from({ length: 25 }, (_, index) => ({
    ...sampleLooks[3]!,
    at: sampleLooks[3]!.at - index * 1000,
  }));
  const { person } = await openLooks({ ok: true, entries: many });
  expect(await lines()).toHaveLength(20);
  await person.click(screen.getByRole("button", { name: "Show 5 more" }));
  expect(await lines()).toHaveLength(25);
});

test("a deed that this pane has no words for is said to be one", async () => {
  await openLooks({ ok: true, entries: [{ ...sampleLooks[2]!, deed: "foretold" }] });
  expect((await lines())[0]).toContain("did something this pane has no words for yet: foretold");
});

test("a list that cannot be had says why, and is asked for again", async () => {
  const { addin, person } = await openLooks({ ok: false, why: "offline" });
  expect(await screen.findByText("The service does not answer now. The list comes back with it.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Try again" }));
  expect(addin.asked.filter((one) => one === "looks null")).toHaveLength(2);
});

test("nobody looked yet", async () => {
  await openLooks({ ok: true, entries: [] });
  expect(await screen.findByText("Nobody looked yet.")).toBeTruthy();
});
