/** Neither the machine's zone nor its own zone data may reach a date: the examples run again under three hostile zones. */
import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";

const root = new URL("../../..", import.meta.url);
const suites = [
  "test/domain/deadline/dueExamples",
  "test/domain/deadline/explain",
  "test/domain/calendar/elapsed",
  "test/domain/wording",
];

test.each(["Pacific/Kiritimati", "America/St_Johns", "Africa/Casablanca"])(
  "every example agrees on a machine that lives in %s",
  (zone) => {
    const jest = [
      "--experimental-vm-modules",
      "node_modules/jest/bin/jest.js",
      "--selectProjects",
      "unit",
      "--testPathPatterns",
      ...suites,
    ];
    const run = spawnSync(process.execPath, jest, { cwd: root, env: { ...process.env, TZ: zone }, encoding: "utf8" });
    expect(run.stderr).toContain("Tests:");
    expect([run.status, /\d+ failed/.exec(run.stderr)?.[0]]).toEqual([0, undefined]);
  },
  60_000,
);
