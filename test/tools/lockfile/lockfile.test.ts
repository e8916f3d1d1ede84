import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { accepted as ours } from "../../../src/tools/lockfile/accepted.ts";
import {
  type Accepted,
  type AllowScripts,
  type LockedPackage,
  type Lockfile,
  lockfileProblems,
} from "../../../src/tools/lockfile/lockfile.ts";

const accepted: Accepted = {
  licences: ["MIT", "ISC"],
  developmentLicences: { "MPL-2.0": "in tests" },
  ownLicences: {},
  scripts: {},
};

const good: LockedPackage = {
  resolved: "https://registry.npmjs.org/left/-/left-1.0.0.tgz",
  integrity: "sha512-YWJj",
  license: "MIT",
};

/** Problems of a lock file with one package at node_modules/left. */
function problems(
  change: LockedPackage = {},
  lists: Partial<Accepted> = {},
  allow: AllowScripts = {},
): readonly string[] {
  const packages = { "": { license: "none of anybody's business" }, "node_modules/left": { ...good, ...change } };
  return lockfileProblems({ lockfileVersion: 3, packages }, { ...accepted, ...lists }, allow);
}

test("a package of the registry with its hash and an accepted licence is fine, also where npm leaves the address out", () => {
  expect(problems()).toEqual([]);
  const short = { license: "MIT", integrity: "sha512-YWJj" };
  const lock: Lockfile = { lockfileVersion: 3, packages: { "node_modules/left": short } };
  expect(lockfileProblems(lock, accepted, {})).toEqual([]);
});

describe("a package is refused that comes", () => {
  test.each([
    "https://registry.example/left/-/left-1.0.0.tgz",
    "http://registry.npmjs.org/left/-/left-1.0.0.tgz",
    "https://registry.npmjs.org.example/left/-/left-1.0.0.tgz",
    "git+ssh://git@github.com/someone/left.git#0123456",
    "file:../left",
    "https://registry.npmjs.org/right/-/right-1.0.0.tgz",
  ])("from %s", (resolved) => {
    expect(problems({ resolved })).toEqual([`left: comes from ${resolved}, not from https://registry.npmjs.org/left`]);
  });

  test("as a link", () => {
    expect(problems({ link: true })).toEqual(["left: is a link to a folder, not a package of the registry"]);
  });

  test("without a hash, or with one that can be forged", () => {
    for (const integrity of ["", "sha1-YWJj"])
      expect(problems({ integrity })).toEqual(["left: has no sha512 integrity: install it again"]);
  });
});

describe("a licence", () => {
  test("that is not accepted is refused, in production and in development", () => {
    expect(problems({ license: "GPL-3.0-only" })).toEqual([
      "left: has the licence GPL-3.0-only, which is not accepted in production",
    ]);
    expect(problems({ license: "GPL-3.0-only", dev: true })).toEqual([
      "left: has the licence GPL-3.0-only, which is not accepted in development",
    ]);
  });

  test("that is accepted in development alone is refused in production", () => {
    expect(problems({ license: "MPL-2.0", dev: true })).toEqual([]);
    expect(problems({ license: "MPL-2.0" })).toEqual([expect.stringContaining("not accepted in production")]);
  });

  test("that is not said is refused", () => {
    for (const license of [null, { type: "MIT" }]) expect(problems({ license })).toEqual(["left: names no licence"]);
  });

  test("of its own is for development alone, and only of the package that is named", () => {
    const lists = { ownLicences: { left: "to test with" } };
    expect(problems({ license: "LICENSE", dev: true }, lists)).toEqual([]);
    expect(problems({ license: "LICENSE" }, lists)).toEqual([expect.stringContaining("not accepted in production")]);
    expect(problems({}, { ownLicences: { gone: "to test with" } })).toEqual(["gone: is not there any more"]);
  });
});

describe("a script at installation", () => {
  const script = { hasInstallScript: true };

  test("is refused unless it is on the list", () => {
    expect(problems(script)).toEqual([expect.stringMatching(/^left: runs a script when it is installed/)]);
    expect(problems(script, { scripts: { left: { runs: false, why: "not needed" } } })).toEqual([]);
  });

  test("runs only where package.json tells npm so, and the list too", () => {
    const scripts = { left: { runs: true, why: "links its libraries" } };
    expect(problems(script, { scripts }, { left: true })).toEqual([]);
    expect(problems(script, { scripts })).toEqual(["left: package.json's allowScripts must let its script run"]);
    const none = { left: { runs: false, why: "not needed" } };
    expect(problems(script, { scripts: none }, { left: true })).toEqual([
      "left: package.json's allowScripts must not let its script run",
    ]);
    expect(problems({}, {}, { other: true })).toEqual([
      "other: package.json's allowScripts must not let its script run",
    ]);
  });

  test("that is there no more comes off the list", () => {
    expect(problems({}, { scripts: { left: { runs: false, why: "not needed" } } })).toEqual([
      "left: has no script any more",
    ]);
  });
});

test("a package inside another, or under another name, is known by its own", () => {
  const inner = { ...good, resolved: "https://registry.npmjs.org/@a/inner/-/inner-1.0.0.tgz", hasInstallScript: true };
  const packages = {
    "node_modules/left/node_modules/@a/inner": inner,
    "node_modules/alias": { ...inner, name: "@a/inner" },
  };
  const scripts = { "@a/inner": { runs: false, why: "not needed" } };
  expect(lockfileProblems({ lockfileVersion: 3, packages }, { ...accepted, scripts }, {})).toEqual([]);
  expect(lockfileProblems({ lockfileVersion: 3, packages }, accepted, {})).toEqual([
    expect.stringMatching(/^left\/node_modules\/@a\/inner: runs a script/),
    expect.stringMatching(/^alias: runs a script/),
  ]);
});

test("a lock file of another version is not understood", () => {
  expect(lockfileProblems({ lockfileVersion: 1, packages: {} }, accepted, {})).toEqual([
    expect.stringContaining("not of version 3"),
  ]);
});

test("this project's own is as it accepts it", async () => {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as Lockfile;
  const { allowScripts } = JSON.parse(await readFile("package.json", "utf8")) as { allowScripts: AllowScripts };
  expect(lockfileProblems(lock, ours, allowScripts)).toEqual([]);
});
