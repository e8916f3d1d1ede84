import "../support/dom.ts";
import { expect, test } from "@jest/globals";
import { act, screen } from "@testing-library/react";
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

test("where none is known there is nothing to do about them", () => {
  const { addin } = show("selection");
  act(() => addin.show({ selection: { count: 2, names: [] } }));
  expect(screen.getByText("2 of them are not known here. Open one to see its date.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "No reply needed" })).toBeNull();
});

test("with the selection over, My replies shows again", async () => {
  const { addin } = show("selection");
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Selected");
  update(addin, "replies");
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("My replies");
  await screen.findByText("Pool hours");
});
