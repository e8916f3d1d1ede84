/** The service's settings, from names that begin with CIVICREPLY_. docs/deploy.md lists them. */
import type * as z from "zod";
import type { Problem, Result } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import type { Limits } from "./limits.ts";
import { nearestName } from "./nearestName.ts";
import { type ReadSettings, schemaIn } from "./settingsSchema.ts";
import { startWords, type StartWords } from "./startWording.ts";
import type { DatabasePlace } from "./store/openStore.ts";

const prefix = "CIVICREPLY_";
const databaseNames: readonly string[] = ["DATABASE", "DATABASE_URL"];

/** Names and values of one source: the environment, a file, options. */
export type Source = Readonly<Record<string, string | undefined>>;
/** Values by name, without the prefix; what is not set is not there. */
type Values = Readonly<Record<string, string>>;

function isThisMachine(url: string): boolean {
  const host = new URL(url).hostname;
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host.startsWith("127.") ||
    host === "[::1]" ||
    host === "0.0.0.0"
  );
}

/**
 * What one setting means for another, whatever is wrong with a third. A local issuer is the sandbox's, and anybody on the
 * machine could run one.
 */
function conflicts(values: Values, said: StartWords): readonly Problem[] {
  const problems: Problem[] = [];
  const problem = (name: string, message: string): void => {
    problems.push({ path: prefix + name, message, severity: "error" });
  };
  for (const [one, other] of [
    ["TLS_CERT", "TLS_KEY"],
    ["TLS_KEY", "TLS_CERT"],
  ] as const)
    if (!(one in values) && other in values) problem(one, said.pairMissing);
  const sandbox = values["SANDBOX_ISSUER"] === "1";
  for (const name of ["ISSUER", "JWKS_URL"]) {
    const url = values[name] ?? "";
    if (!URL.canParse(url) || isThisMachine(url) === sandbox) continue;
    problem(name, sandbox ? said.issuerElsewhere : said.issuerHere);
  }
  return problems;
}

function databaseFrom({
  DATABASE: file,
  DATABASE_URL: url,
}: Pick<ReadSettings, "DATABASE" | "DATABASE_URL">): DatabasePlace {
  return url === undefined ? { kind: "sqlite", file } : { kind: "postgres", url };
}

function limitsFrom(read: ReadSettings): Limits {
  return {
    connections: read.MAX_CONNECTIONS,
    requestMs: read.REQUEST_SECONDS * 1000,
    keepAliveMs: read.KEEP_ALIVE_SECONDS * 1000,
    requestsPerMinute: read.REQUESTS_PER_MINUTE,
    requestsAtOnce: read.REQUESTS_AT_ONCE,
  };
}

function meaningOf(read: ReadSettings) {
  return {
    host: read.HOST,
    port: read.PORT,
    database: databaseFrom(read),
    policyFile: read.POLICY,
    tls:
      read.TLS_CERT !== undefined && read.TLS_KEY !== undefined
        ? { certFile: read.TLS_CERT, keyFile: read.TLS_KEY }
        : null,
    trustProxy: read.TRUST_PROXY ?? false,
    identity: {
      issuer: read.ISSUER,
      audience: read.AUDIENCE,
      tenant: read.TENANT,
      clients: read.CLIENTS ?? [read.AUDIENCE],
      scope: read.SCOPE,
    },
    jwksUrl: read.JWKS_URL ?? null,
    caFile: read.CA ?? null,
    // Classic Outlook's event runtime asks even its own origin as if it were another one.
    allowedOrigins: [...new Set([...read.ALLOWED_ORIGINS, read.ADDIN_ORIGIN ?? []].flat())],
    inquiryKey: read.INQUIRY_KEY ?? null,
    webRoot: read.WEB_ROOT ?? null,
    addinOrigin: read.ADDIN_ORIGIN ?? null,
    siteSettingsFile: read.SITE_SETTINGS ?? null,
    departmentsByGroup: read.DEPARTMENTS_BY_GROUP,
    /** True: GET /metrics answers whoever asks. */
    metrics: read.METRICS,
    standardPage: read.STANDARD_PAGE,
    limits: limitsFrom(read),
    /** How long requests in flight may take once the service is asked to end, milliseconds. */
    stopMs: read.STOP_SECONDS * 1000,
    sampleData: read.SAMPLE_DATA,
    /** True only in the sandbox: a local issuer is trusted, and the clock may be set from outside. */
    sandbox: read.SANDBOX_ISSUER,
    logLevel: read.LOG_LEVEL,
  };
}

export type Settings = Readonly<ReturnType<typeof meaningOf>>;

/** An empty value in a unit file or .env means "not set". Plain DATABASE_URL, as platforms give it, counts too. */
function valuesFrom(source: Source): Values {
  const own = Object.entries(source).filter(([name, value]) => name.startsWith(prefix) && value !== "");
  const plain = source["DATABASE_URL"] ? { DATABASE_URL: source["DATABASE_URL"] } : {};
  return { ...plain, ...Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value ?? ""])) };
}

/** Who names a database names the only one: an address from below must not stand before a file from above. */
function over(upper: Values, lower: Values): Values {
  const named = databaseNames.some((name) => name in upper);
  const left = Object.entries(lower).filter(([name]) => !(named && databaseNames.includes(name)));
  return { ...Object.fromEntries(left), ...upper };
}

/** The first source wins. */
function valuesOf(sources: readonly Source[]): Values {
  return sources.map(valuesFrom).reduceRight((lower, upper) => over(upper, lower), {});
}

/** Names that were meant for us and mean nothing: most often a slip of the pen. */
function unknownNames(source: Source, known: readonly string[], said: StartWords): readonly Problem[] {
  return Object.keys(source)
    .filter((name) => name.toUpperCase().startsWith("CIVI") && !known.includes(name))
    .map((name) => ({ path: name, message: said.unknownName(nearestName(name, known)), severity: "warning" }));
}

/** What can be meant, but hardly is. */
function doubts({ host, tls, trustProxy }: Settings, said: StartWords): readonly Problem[] {
  const isOpen = !["127.0.0.1", "::1", "localhost"].includes(host) && tls === null && trustProxy === false;
  return isOpen ? [{ path: `${prefix}TLS_CERT`, message: said.plainHttp, severity: "warning" }] : [];
}

function misread(issues: readonly z.core.$ZodIssue[]): readonly Problem[] {
  return issues.map(({ path: [name, ...rest], message }) => ({
    path: [prefix + String(name), ...rest.map(String)].join("."),
    message,
    severity: "error",
  }));
}

/**
 * Reads the settings of several sources, the first of which wins; every problem at once, each with the variable's name and
 * what to do, never with its value (a value may be a secret).
 */
export function settingsFrom(sources: readonly Source[], language: Language): Result<Settings> {
  const said = startWords[language];
  const schema = schemaIn(said);
  const values = valuesOf(sources);
  const known = [...Object.keys(schema.shape), "SETTINGS"].map((name) => prefix + name);
  const warnings = sources.flatMap((source) => unknownNames(source, known, said));
  const { error } = schema.safeParse(values);
  const problems = [...misread(error?.issues ?? []), ...conflicts(values, said)];
  if (problems.length > 0) return { ok: false, problems: [...problems, ...warnings] };
  const settings = meaningOf(schema.parse(values));
  return { ok: true, value: settings, warnings: [...warnings, ...doubts(settings, said)] };
}

/** The settings of the environment alone. */
export function settingsOf(env: Source, language: Language = "en"): Result<Settings> {
  return settingsFrom([env], language);
}

/** Which database the settings of these sources name, whatever else they lack: what backs up and exports needs no more. */
export function databaseIn(sources: readonly Source[], language: Language): Result<DatabasePlace> {
  const schema = schemaIn(startWords[language]).pick({ DATABASE: true, DATABASE_URL: true });
  const read = schema.safeParse(valuesOf(sources));
  return read.success
    ? { ok: true, value: databaseFrom(read.data), warnings: [] }
    : { ok: false, problems: misread(read.error.issues) };
}

/** One line per problem: "CIVICREPLY_PORT: must be a number". */
export function problemLines(problems: readonly Problem[]): string {
  return problems.map(({ path: place, message }) => (place === "" ? message : `${place}: ${message}`)).join("\n");
}
