/** What is wrong with package-lock.json: where packages come from, under which licence, and what they run when installed. */
import { isLicensed } from "./licence.ts";

/** An entry of `packages`, as far as it is looked at (npm's documentation: package-lock.json). */
export interface LockedPackage {
  /** Of a package that is installed under another name. */
  readonly name?: string;
  /** Absent where npm leaves out its own registry's addresses. */
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: unknown;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface Accepted {
  readonly licences: readonly string[];
  /** Licence and reason: in packages that no site receives. */
  readonly developmentLicences: Readonly<Record<string, string>>;
  /** Name and reason: development packages with a licence of their own. */
  readonly ownLicences: Readonly<Record<string, string>>;
  /** Name and reason: packages with a script at installation, and whether npm may run it. */
  readonly scripts: Readonly<Record<string, { readonly runs: boolean; readonly why: string }>>;
}

/** Of package.json: what npm may run. */
export type AllowScripts = Readonly<Record<string, boolean>>;

const registry = "https://registry.npmjs.org/";
const folder = "node_modules/";

interface Named extends LockedPackage {
  readonly name: string;
  readonly place: string;
}

function namedPackages(lock: Lockfile): readonly Named[] {
  return Object.entries(lock.packages)
    .filter(([place]) => place !== "")
    .map(([place, one]) => ({
      ...one,
      place,
      name: one.name ?? place.slice(place.lastIndexOf(folder) + folder.length),
    }));
}

/** The address must be the package's own too: a lock file may be made to install another package under its name. */
function originProblem({ name, resolved, integrity, link }: Named): string | null {
  if (link === true) return "is a link to a folder, not a package of the registry";
  if (resolved !== undefined && !resolved.startsWith(`${registry}${name}/-/`))
    return `comes from ${resolved}, not from ${registry}${name}`;
  return integrity?.startsWith("sha512-") === true ? null : "has no sha512 integrity: install it again";
}

function licenceProblem({ name, license, dev }: Named, accepted: Accepted): string | null {
  if (dev === true && Object.hasOwn(accepted.ownLicences, name)) return null;
  if (typeof license !== "string") return "names no licence";
  const allowed = [...accepted.licences, ...(dev === true ? Object.keys(accepted.developmentLicences) : [])];
  if (isLicensed(license, new Set(allowed))) return null;
  return `has the licence ${license}, which is not accepted in ${dev === true ? "development" : "production"}`;
}

function scriptProblem({ name, hasInstallScript }: Named, { scripts }: Accepted): string | null {
  if (hasInstallScript !== true || Object.hasOwn(scripts, name)) return null;
  return "runs a script when it is installed: read it, then list it with a reason or choose another package";
}

/** Every exception is in use, and package.json tells npm the same. */
function listProblems(packages: readonly Named[], { scripts, ownLicences }: Accepted, allow: AllowScripts): string[] {
  const withScript = new Set(packages.filter((one) => one.hasInstallScript).map(({ name }) => name));
  const names = new Set(packages.map(({ name }) => name));
  const runs = (name: string): boolean => scripts[name]?.runs === true;
  return [
    ...Object.keys(scripts)
      .filter((name) => !withScript.has(name))
      .map((name) => `${name}: has no script any more`),
    ...Object.keys(ownLicences)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: is not there any more`),
    ...[...new Set([...Object.keys(scripts), ...Object.keys(allow)])]
      .filter((name) => runs(name) !== (allow[name] === true))
      .map((name) => `${name}: package.json's allowScripts must ${runs(name) ? "" : "not "}let its script run`),
  ];
}

/** @returns a sentence for each problem, which begins with the package or its place; none when all is well */
export function lockfileProblems(lock: Lockfile, accepted: Accepted, allow: AllowScripts): readonly string[] {
  if (lock.lockfileVersion !== 3) return ["package-lock.json is not of version 3: write it with npm 9 or later"];
  const packages = namedPackages(lock);
  const found = packages.flatMap((one) =>
    [originProblem(one), licenceProblem(one, accepted), scriptProblem(one, accepted)].flatMap((problem) =>
      problem === null ? [] : `${one.place.replace(folder, "")}: ${problem}`,
    ),
  );
  return [...found, ...listProblems(packages, accepted, allow)];
}
