import "../support/dom.ts";
import { expect, test } from "@jest/globals";
import { screen } from "@testing-library/react";
import { show, update } from "./show.tsx";

const names = "<dog-licence-question@letters.example> <pool-hours@letters.example>";

test("several selected messages are one view, which says how many are not known", () => {
  show("selection");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("3 messages selected");
  expect(screen.getByText("1 of them is not known here. Open it to see its date.")).toBeTruthy();
});

test("one reason takes all of them off the clock, and it is said", async () => {
  const { addin, person } = show("selection");
  await person.click(screen.getByRole("button", { name: "No reply needed" }));
  await person.click(screen.getByRole("menuitem", { name: "Just a thank-you" }));
  expect(addin.asked).toEqual([`excludeRows ${names} thanks`]);
  expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("Marked: no reply needed.");
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
});

test("one click puts all of them on it", async () => {
  const { addin, person } = show("selection");
  await person.click(screen.getByRole("button", { name: "This needs a reply" }));
  expect(addin.asked).toEqual([`includeSelected ${names}`]);
});

test("where none is known there is nothing to say about them", () => {
  const { addin } = show("selection");
  update(addin, "replies");
  expect(screen.queryByText("3 messages selected")).toBeNull();
});
