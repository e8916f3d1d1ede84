import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { at } from "../support/time.ts";
import { townPolicy } from "../server/support/town.ts";
import { file } from "./policies.ts";
import { civicreply, type Ran } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "civicreply-serve-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const needed = [
  "CIVICREPLY_ISSUER=https://login.elmbend.example/t/v2.0",
  "CIVICREPLY_AUDIENCE=client",
  "CIVICREPLY_TENANT=t",
  `CIVICREPLY_DATABASE=${join(folder, "town.db")}`,
  `CIVICREPLY_POLICY=${file(JSON.stringify(townPolicy))}`,
];

function serve(lines: readonly string[], args: readonly string[], language: "en" | "fr" = "en"): Promise<Ran> {
  const settings = file(lines.join("\n"));
  return civicreply(["serve", "--settings", settings, ...args], "", at("Sun 2026-11-22 12:00"), language);
}

describe("serve --check", () => {
  test("says that the service is ready to start, and starts nothing", async () => {
    const { status, output } = await serve(needed, ["--check"]);
    expect([status, output.split("\n").slice(-2)]).toEqual([0, ["ready to start", ""]]);
  });

  test("warns of a misspelt name, which stops nothing", async () => {
    const { status, output } = await serve([...needed, "CIVICREPLY_PROT=1"], ["--check"]);
    expect(status).toBe(0);
    expect(output).toContain(
      "warning at CIVICREPLY_PROT: is not a setting and is ignored: did you mean CIVICREPLY_PORT?",
    );
  });

  test("says every wrong setting, and no secret", async () => {
    const lines = ["CIVICREPLY_PORT=https", "CIVICREPLY_INQUIRY_KEY=s3cret", "CIVICREPLY_TENANT=t"];
    const { status, output, errors } = await serve(lines, ["--check"]);
    expect(status).toBe(1);
    for (const name of ["PORT", "INQUIRY_KEY", "ISSUER", "AUDIENCE"])
      expect(output).toContain(`error at CIVICREPLY_${name}: `);
    expect(output).toMatch(/\nnot ready to start\n$/);
    expect(output + errors).not.toContain("s3cret");
  });

  test("says what is wrong with policy, certificate and database together", async () => {
    const pair = ["CIVICREPLY_TLS_CERT=cert.pem", "CIVICREPLY_TLS_KEY=key.pem"];
    const args = ["--check", "--policy", "none.json", "--database", join(folder, "none/deeper/town.db")];
    const { status, output } = await serve([...needed, ...pair], args);
    expect(status).toBe(1);
    for (const name of ["POLICY", "TLS_CERT", "TLS_KEY", "DATABASE"])
      expect(output).toContain(`error at CIVICREPLY_${name}: `);
  });

  test("speaks French", async () => {
    const ready = await serve(needed, ["--check"], "fr");
    expect([ready.status, ready.output.split("\n").at(-2)]).toEqual([0, "prêt à démarrer"]);
    const { output } = await serve([...needed, "CIVICREPLY_PORT=https"], ["--check"], "fr");
    expect(output).toContain("erreur à CIVICREPLY_PORT : doit être un nombre\n");
    expect(output).toMatch(/\npas prêt à démarrer\n$/);
  });
});

test("serve that cannot start says the same, and ends with status 1", async () => {
  const { status, output, errors } = await serve([...needed, "CIVICREPLY_PORT=https"], []);
  expect([status, output]).toEqual([1, ""]);
  expect(errors).toContain("The service cannot start.\nCIVICREPLY_PORT: must be a number\n");
  const french = await serve(needed, ["--policy", "none.json"], "fr");
  expect(french.errors).toBe(
    "Le service ne peut pas démarrer.\nCIVICREPLY_POLICY: le fichier none.json ne peut pas être lu (ENOENT)\n",
  );
});

test("a settings file that is not there is named", async () => {
  const { status, errors } = await civicreply(["serve", "--settings", "none"]);
  expect(status).toBe(1);
  expect(errors).toContain("the settings file none cannot be read (ENOENT)");
});
