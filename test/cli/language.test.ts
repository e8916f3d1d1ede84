import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { english } from "../../src/cli/wording/english.ts";
import { french } from "../../src/cli/wording/french.ts";
import { languageOfMachine, namedLanguage } from "../../src/cli/wording/words.ts";
import { whyUnreadable } from "../../src/mail/unreadable.ts";
import { at } from "../support/time.ts";
import { file } from "./policies.ts";
import { civicreply } from "./run.ts";

test.each([
  [{}, "en"],
  [{ LANG: "fr_CA.UTF-8" }, "fr"],
  [{ LANG: "fr_CA.UTF-8", LC_ALL: "C" }, "en"],
  [{ LANG: "en_CA.UTF-8", LC_MESSAGES: "fr_FR@euro" }, "fr"],
  [{ LC_ALL: "", LC_MESSAGES: "fr", LANG: "de_DE" }, "fr"],
  [{ LANG: "frr_DE" }, "en"],
] as const)("of LC_ALL, LC_MESSAGES and LANG the first that is set decides: %j", (environment, language) => {
  expect(languageOfMachine(environment)).toBe(language);
});

test("a language is named by its code, its region left aside; others are none", () => {
  expect(["fr", "fr-CA", "FR_ca", "en", "de", "french", ""].map(namedLanguage)).toEqual([
    ...["fr", "fr", "fr", "en"],
    ...[null, null, null],
  ]);
});

test("--language stands before the machine's, anywhere on the line; one that it does not speak is refused", async () => {
  const due = ["due", "--received", "2026-11-20 12:00"];
  const now = at("Sun 2026-11-22 12:00");
  const said = async (args: readonly string[], machine: "en" | "fr") =>
    (await civicreply(args, "", now, machine)).output.split("\n")[0];
  const inFrench = "Réponse attendue mardi 24 novembre, au plus tard à 16 h 30.";
  expect(await said(due, "fr")).toBe(inFrench);
  expect(await said(["--language", "fr-CA", ...due], "en")).toBe(inFrench);
  expect(await said([...due, "--language=en"], "fr")).toBe("Reply due Tuesday, November 24, by 4:30 p.m.");
  const odd = await civicreply([...due, "--language", "de"]);
  expect([odd.status, odd.errors]).toEqual([2, "civicreply: --language takes en or fr.\n"]);
});

describe("in French", () => {
  const inFrench = (args: readonly string[], input = "") => civicreply(["--language", "fr", ...args], input);

  test("errors in lines follow the language, and field names stay", async () => {
    const { status, lines } = await inFrench(
      ["due", "--ndjson"],
      '{"id":1}\nx\n{"id":2,"receivedAt":"2026-11-20T18:00:00Z"}\n',
    );
    expect(status).toBe(1);
    expect(lines()).toEqual([
      { id: 1, error: expect.stringContaining("receivedAt manque : écrivez un instant avec son fuseau") },
      { id: null, error: expect.stringContaining("n’est pas un objet JSON") },
      { id: 2, dueAt: "2026-11-24T22:30:00Z", dueDay: "2026-11-24", provisional: false },
    ]);
  });

  test("a policy's problems and what the city has to confirm are said", async () => {
    const broken = await inFrench(["policy", "check", file('{"name":"X","counting":{},"channels":{}}')]);
    expect(broken.output).toContain("ne peut pas servir :");
    expect(broken.output).toContain("erreur à channels : n’a aucun canal");
    expect(broken.output).toContain("erreur à calendar : manque : indiquez le calendrier");
    const good = await inFrench(["policy", "check", "assets/policies/spruce-grove.json"]);
    expect(good.output).toMatch(
      /À confirmer par la ville :\n1\. counting\.receipt: Quel est le jour .* un du samedi le mercredi\.\n2\. /,
    );
    expect(good.output).toContain("Les heures locales de America/Edmonton viennent de la base tz");
  });

  test.each([
    [["frobnicate"], "il n’y a pas de commande « frobnicate »"],
    [["due", "--frob"], "Option inconnue : --frob."],
    [["due", "--received"], "L’option --received demande une valeur."],
    [["due", "--ndjson=1"], "L’option --ndjson ne prend pas de valeur."],
    [["serve", "here"], "Argument inattendu : here."],
    [["holidays", "27"], "nommez une année"],
    [["figures"], "nommez le fichier de faits"],
    [["due", "--received", "2026-11-20 12:00", "--policy", "nowhere.json"], "ce fichier n’existe pas"],
  ])("%j is answered by what to do instead", async (args, sentence) => {
    const { status, errors } = await inFrench(args);
    expect(status).not.toBe(0);
    expect(errors).toContain(sentence);
  });

  test("every command explains itself", async () => {
    for (const name of Object.keys(english.help)) {
      const help = await inFrench(name === "civicreply" ? ["--help"] : [name, "--help"]);
      expect([name, help.status, help.output]).toEqual([name, 0, `${french.help[name as keyof typeof french.help]}\n`]);
    }
  });

  test("why a file is no message is said", async () => {
    const folder = mkdtempSync(join(tmpdir(), "civicreply-"));
    const files = { empty: "", binary: "From: a\0", headless: "hello", outlook: "\xd0\xcf\x11\xe0" };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.eml`), text, "latin1");
    writeFileSync(join(folder, "none.mbox"), "hello");
    const { status, lines } = await inFrench(["triage", folder, join(folder, "gone.eml")]);
    expect(status).toBe(1);
    const known = Object.values(french.unreadableMail);
    expect(lines()).toHaveLength(6);
    for (const line of lines() as readonly { error: string }[]) expect(known).toContain(line.error);
    expect(french.unreadableMail).toHaveProperty([whyUnreadable(new Uint8Array(0)) ?? ""]);
  });
});

test("every sentence of the English catalogue is another one in French", () => {
  const texts = (part: object): readonly string[] =>
    Object.values(part).flatMap((one: unknown) =>
      typeof one === "string" ? [one] : typeof one === "object" && one !== null ? texts(one) : [],
    );
  const shared = texts(english).filter((text) => texts(french).includes(text));
  expect(shared).toEqual([]);
});
