import "../support/dom.ts";
import { expect, test } from "@jest/globals";
import { screen } from "@testing-library/react";
import { english } from "../../src/taskpane/text/en.ts";
import { french } from "../../src/taskpane/text/fr.ts";
import { show } from "./show.tsx";

const inFrench = { language: "fr" } as const;

test("a French-speaking person reads the pane in French, dates and times included", () => {
  show("dueTomorrow", inFrench);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Réponse attendue demain");
  expect(screen.getByText("Mardi 24 novembre, au plus tard à 16 h 30")).toBeTruthy();
  expect(screen.getByText("1 jour ouvrable restant")).toBeTruthy();
  expect(screen.getByText("Courriel · Urbanisme")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Accuser réception" })).toBeTruthy();
});

test("the pane says which language it speaks, for screen readers", () => {
  const { container } = show("overdue", inFrench);
  expect(container.querySelector("[lang]")?.getAttribute("lang")).toBe("fr");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("En retard de 1 jour ouvrable");
});

test("the team view is French too", async () => {
  const { person } = show("supervisor", inFrench);
  await person.click(screen.getByRole("tab", { name: "Équipe" }));
  const title = await screen.findByRole("heading", { level: 1 });
  expect(title.textContent.replaceAll("\u00a0", " ")).toBe("93 % des réponses ont respecté le délai");
});

test("no text is left in English: every plain word of the catalogue differs, save names and signs", () => {
  const same = [...plainTexts(english)].filter(([path, text]) => plainTexts(french).get(path) === text);
  expect(same.map(([path]) => path)).toEqual(["language"].filter((path) => plainTexts(french).get(path) === "en"));
});

function plainTexts(value: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, inner] of Object.entries(value)) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof inner === "string") found.set(here, inner);
    else if (typeof inner === "object" && inner !== null)
      for (const entry of plainTexts(inner, here)) found.set(...entry);
  }
  return found;
}
