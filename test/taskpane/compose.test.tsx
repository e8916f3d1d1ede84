import "../support/dom.ts";
import { describe, expect, test } from "@jest/globals";
import { screen } from "@testing-library/react";
import { show } from "./show.tsx";

test("beside a reply, the pane says what it answers and by when", () => {
  show("draft");
  expect(screen.getByRole("heading", { level: 1 }).textContent.replaceAll("\u00a0", " ")).toBe(
    "Answering: due tomorrow, 4:30 p.m.",
  );
});

test("the preview is the real text, and follows the promised day", async () => {
  const { person } = show("draft");
  expect(screen.getByText("Dear Ms. Okafor,")).toBeTruthy();
  await person.selectOptions(screen.getByRole("combobox", { name: "Promise a date" }), "2026-11-26");
  expect(screen.getByText("I will look into it and answer you by Thursday, November 26.")).toBeTruthy();
});

test("a missing field is marked in the preview and named in words", async () => {
  const { person, container } = show("draft");
  await person.click(screen.getByRole("radio", { name: /Who will answer, and by when/ }));
  const marks = [...container.querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marks).toEqual(["[name of who deals with it]"]);
  expect(screen.getByText("Missing: who deals with it. Fill it in before you send.")).toBeTruthy();
});

test("a template that names no day asks for none", async () => {
  const { person } = show("draft");
  await person.click(screen.getByRole("radio", { name: /We need more information/ }));
  expect(screen.queryByRole("combobox", { name: "Promise a date" })).toBeNull();
});

test("inserting puts the chosen template in; afterwards the pane asks to read it", async () => {
  const { addin, person } = show("draft");
  await person.click(screen.getByRole("radio", { name: /Who will answer, and by when/ }));
  await person.click(screen.getByRole("button", { name: "Insert" }));
  expect(addin.asked).toEqual(["insert handover 2026-11-24"]);
});

test("after inserting, a polite status asks to read it", () => {
  show("draftInserted");
  const said = screen.getAllByRole("status").map((status) => status.textContent);
  expect(said).toContain("Inserted at the top. Read it before you send.");
});

test("a new message is offered the same texts", () => {
  show("draftAlone");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Acknowledge a message");
  expect(screen.getAllByRole("radio").length).toBe(3);
});

describe("many templates", () => {
  const names = () => screen.getAllByRole("radio").map((radio) => radio.closest("span")?.textContent ?? "");

  test("the best fit for where the inquiry stands leads, is chosen, and says why", () => {
    show("draftOverdue");
    expect(names()[0]).toMatch(/^Receipt and next step.*Best fit now: the reply is overdue\.$/);
    expect(screen.getAllByRole<HTMLInputElement>("radio").map(({ checked }) => checked)[0]).toBe(true);
    expect(screen.getAllByText(/Best fit now/)).toHaveLength(1);
  });

  test("are searched by words of name or text, and how many were found is said", async () => {
    const { addin, person } = show("draftOverdue");
    await person.type(screen.getByRole("searchbox", { name: "Search templates" }), "PLOUGH days");
    expect(names()).toEqual([expect.stringMatching(/^Snow removal/)]);
    expect(screen.getAllByRole("status").map((status) => status.textContent)).toContain("1 template found");
    await person.click(screen.getByRole("button", { name: "Insert" }));
    expect(addin.asked).toEqual(["insert snow null"]);
  });

  test("a search that finds nothing says so and offers nothing to insert", async () => {
    const { person } = show("draftOverdue");
    await person.type(screen.getByRole("searchbox", { name: "Search templates" }), "zeppelin");
    expect(screen.getByText("No template has these words.")).toBeTruthy();
    expect(screen.queryByRole("radio")).toBeNull();
    expect(screen.queryByRole("button", { name: "Insert" })).toBeNull();
  });

  test("accents need not be typed", async () => {
    const { person } = show("draftOverdue", { language: "fr" });
    await person.type(screen.getByRole("searchbox", { name: "Chercher un modèle" }), "deneig");
    expect(names()).toEqual([expect.stringMatching(/^Déneigement/)]);
  });
});

test("few templates need no search; the city’s first is the usual choice", () => {
  show("draft");
  expect(screen.queryByRole("searchbox")).toBeNull();
  expect(screen.getByText("The city’s usual choice.")).toBeTruthy();
});
