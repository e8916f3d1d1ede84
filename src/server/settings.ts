/** The service's settings, from environment variables that begin with CIVICREPLY_. docs/deploy.md lists them. */
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Problem, Result } from "../domain/time.ts";
import type { DatabasePlace } from "./store/openStore.ts";

const prefix = "CIVICREPLY_";

/** The policy that ships, beside src and beside dist/node alike. */
const defaultPolicy = fileURLToPath(new URL("../../assets/policies/spruce-grove.json", import.meta.url));

const flag = z
  .enum(["0", "1"], "must be 0 or 1")
  .default("0")
  .transform((text) => text === "1");
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== ""),
);
const httpsUrl = z
  .url({ protocol: /^https$/, error: "must be an https address" })
  .transform((url) => url.replace(/\/$/, ""));
const needed = (what: string): z.ZodString => z.string(`is missing: ${what}`).min(1, `is empty: ${what}`);

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

const departmentsByGroup = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('must be JSON, such as {"<group id>":["planning"]}');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.array(z.string()), 'must be an object of lists, such as {"<group id>":["planning"]}'));

const schema = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(0)
    .max(65_535, "must be at most 65535")
    .default(8443),
  DATABASE: z.string().default("data/civicreply.db"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  POLICY: z.string().default(defaultPolicy),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  ISSUER: z
    .string("is missing: the address in the tokens' iss, such as https://login.microsoftonline.com/<tenant id>/v2.0")
    .pipe(httpsUrl),
  AUDIENCE: needed("the client id of the API's app registration"),
  TENANT: needed("the tenant id"),
  CLIENTS: list.optional(),
  SCOPE: z.string().min(1).default("access_as_user"),
  JWKS_URL: httpsUrl.optional(),
  CA: z.string().optional(),
  ALLOWED_ORIGINS: list
    .pipe(z.array(z.string().refine(isOrigin, "must be origins such as https://addin.example")))
    .default([]),
  INQUIRY_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43,}$/, "must be at least 32 bytes in base64url")
    .optional(),
  WEB_ROOT: z.string().optional(),
  SITE_SETTINGS: z.string().optional(),
  DEPARTMENTS_BY_GROUP: departmentsByGroup.default({}),
  METRICS: flag,
  STANDARD_PAGE: flag.default(true),
  SAMPLE_DATA: flag,
  SANDBOX_ISSUER: flag,
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent")
    .default("info"),
});

type Read = z.infer<typeof schema>;

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

/** What one setting means for another. A local issuer is the sandbox's, and anybody on the machine could run one. */
function conflicts(read: Read): readonly Problem[] {
  const problems: Problem[] = [];
  const problem = (name: string, message: string): void => {
    problems.push({ path: prefix + name, message, severity: "error" });
  };
  if ((read.TLS_CERT === undefined) !== (read.TLS_KEY === undefined)) {
    problem(read.TLS_CERT === undefined ? "TLS_CERT" : "TLS_KEY", "is missing: certificate and key come together");
  }
  for (const [name, url] of [
    ["ISSUER", read.ISSUER],
    ["JWKS_URL", read.JWKS_URL],
  ] as const) {
    if (url === undefined || isThisMachine(url) === read.SANDBOX_ISSUER) continue;
    if (read.SANDBOX_ISSUER) problem(name, "must be on localhost while CIVICREPLY_SANDBOX_ISSUER is 1");
    else
      problem(name, "is on this machine: that is trusted only with CIVICREPLY_SANDBOX_ISSUER=1, for trying things out");
  }
  return problems;
}

function databaseFrom({ DATABASE: file, DATABASE_URL: url }: Pick<Read, "DATABASE" | "DATABASE_URL">): DatabasePlace {
  return url === undefined ? { kind: "sqlite", file } : { kind: "postgres", url };
}

function settingsFrom(read: Read) {
  return {
    host: read.HOST,
    port: read.PORT,
    database: databaseFrom(read),
    policyFile: read.POLICY,
    tls:
      read.TLS_CERT !== undefined && read.TLS_KEY !== undefined
        ? { certFile: read.TLS_CERT, keyFile: read.TLS_KEY }
        : null,
    identity: {
      issuer: read.ISSUER,
      audience: read.AUDIENCE,
      tenant: read.TENANT,
      clients: read.CLIENTS ?? [read.AUDIENCE],
      scope: read.SCOPE,
    },
    jwksUrl: read.JWKS_URL ?? null,
    caFile: read.CA ?? null,
    allowedOrigins: read.ALLOWED_ORIGINS,
    inquiryKey: read.INQUIRY_KEY ?? null,
    webRoot: read.WEB_ROOT ?? null,
    siteSettingsFile: read.SITE_SETTINGS ?? null,
    departmentsByGroup: read.DEPARTMENTS_BY_GROUP,
    /** True: GET /metrics answers whoever asks. */
    metrics: read.METRICS,
    standardPage: read.STANDARD_PAGE,
    sampleData: read.SAMPLE_DATA,
    /** True only in the sandbox: a local issuer is trusted, and the clock may be set from outside. */
    sandbox: read.SANDBOX_ISSUER,
    logLevel: read.LOG_LEVEL,
  };
}

export type Settings = Readonly<ReturnType<typeof settingsFrom>>;

/** An empty value in a unit file or .env means "not set". Plain DATABASE_URL, as platforms give it, counts too. */
function valuesFrom(env: NodeJS.ProcessEnv): Record<string, string> {
  const own = Object.entries(env).filter(([name, value]) => name.startsWith(prefix) && value !== "");
  const plain = env["DATABASE_URL"] ? { DATABASE_URL: env["DATABASE_URL"] } : {};
  return { ...plain, ...Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value ?? ""])) };
}

/**
 * Reads the settings; every problem at once, each with the variable's name and what to do, never with its value
 * (a value may be a secret).
 */
export function settingsOf(env: NodeJS.ProcessEnv): Result<Settings> {
  const read = schema.safeParse(valuesFrom(env));
  if (!read.success) return misread(read.error);
  const problems = conflicts(read.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: settingsFrom(read.data), warnings: [] };
}

/** Which database the settings name, whatever else they lack: what backs up and exports needs no more. */
export function databaseOf(env: NodeJS.ProcessEnv): Result<DatabasePlace> {
  const read = schema.pick({ DATABASE: true, DATABASE_URL: true }).safeParse(valuesFrom(env));
  return read.success ? { ok: true, value: databaseFrom(read.data), warnings: [] } : misread(read.error);
}

function misread({ issues }: z.ZodError): Result<never> {
  const problems = issues.map((issue): Problem => {
    const [name = "", ...rest] = issue.path.map(String);
    return { path: [prefix + name, ...rest].join("."), message: issue.message, severity: "error" };
  });
  return { ok: false, problems };
}

/** One line per problem: "CIVICREPLY_PORT: must be a number". */
export function problemLines(problems: readonly Problem[]): string {
  return problems.map(({ path: place, message }) => (place === "" ? message : `${place}: ${message}`)).join("\n");
}
