import "../support/dom.ts";
import { expect, jest, test } from "@jest/globals";
import { screen } from "@testing-library/react";
import axe from "axe-core";
import { sampleStates } from "../support/views.ts";
import { show } from "./show.tsx";

/** axe looks at every element of a view, and jsdom is slow at it. */
jest.setTimeout(30_000);

/** Colours need a real browser; end-to-end tests look at them. Tabster's own focus guards are not ours to change. */
async function problemsOf(container: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(
    { include: [container], exclude: ["[data-tabster-dummy]"] },
    { rules: { "color-contrast": { enabled: false } } },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

/** The skeleton has no sentence yet; a long list is a short one many times. */
const others = ["starting", "repliesLong"];

test.each(sampleStates.filter((state) => !others.includes(state)))(
  "%s has no structural fault for assistive technology",
  async (state) => {
    const { container } = show(state);
    await screen.findByRole("heading", { level: 1 });
    expect(await problemsOf(container)).toEqual([]);
  },
);

test("the team view has none either", async () => {
  const { container, person } = show("supervisor");
  await person.click(screen.getByRole("tab", { name: "Team" }));
  await screen.findByRole("heading", { level: 1 });
  await person.click(screen.getByRole("button", { name: "Show as a table" }));
  expect(await problemsOf(container)).toEqual([]);
});

test("the menu of what is seldom needed has none either", async () => {
  const { person } = show("onTrack");
  await person.click(screen.getByRole("button", { name: "More" }));
  expect(await problemsOf(screen.getByRole("menu"))).toEqual([]);
});

test("the review list has none either", async () => {
  const { container, person } = show("review");
  await person.click(screen.getByRole("button", { name: "Off the clock this week: 3" }));
  await person.click(screen.getByRole("button", { name: "Copy for the city’s list" }));
  expect(await problemsOf(container)).toEqual([]);
});

test("the older messages, those in Junk, the settings and the menu of a row have none either", async () => {
  const { container, person } = show("firstDay");
  for (const look of await screen.findAllByRole("button", { name: "Look" })) await person.click(look);
  await person.click(screen.getByRole("button", { name: "Settings" }));
  expect(await problemsOf(container)).toEqual([]);
});

test("the skeleton says that something is being looked for", () => {
  show("starting");
  expect(screen.getByLabelText("Looking at the message")).toBeTruthy();
  expect(screen.getByRole("main").getAttribute("aria-busy")).toBe("true");
});
