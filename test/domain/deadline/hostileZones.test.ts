/** Neither the machine's zone nor its own zone data may reach a date: their tests run again under three hostile zones. */
import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";

const root = new URL("../../..", import.meta.url);
/** All of domain and command, but what draws thousands of random calendars: those bring zones of their own. */
const suites = ["test/domain/", "test/cli/"];
const left = ["/node_modules/", "hostileZones", "properties", "keepsOrder", "datesAfterChange", "complaints/calendar"];

test.each(["Pacific/Kiritimati", "America/St_Johns", "Africa/Casablanca"])(
  "the domain and the command say the same on a machine that lives in %s",
  (zone) => {
    const jest = [
      "--experimental-vm-modules",
      "node_modules/jest/bin/jest.js",
      "--selectProjects",
      "unit",
      "--testPathPatterns",
      ...suites,
      "--testPathIgnorePatterns",
      ...left,
    ];
    const run = spawnSync(process.execPath, jest, { cwd: root, env: { ...process.env, TZ: zone }, encoding: "utf8" });
    expect(run.stderr).toContain("Tests:");
    expect([run.status, /\d+ failed/.exec(run.stderr)?.[0]]).toEqual([0, undefined]);
  },
  240_000,
);
