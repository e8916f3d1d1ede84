/** The settings one by one: what each may be, and what it is when a site does not say. Names without CIVICREPLY_. */
import * as z from "zod";
import { defaultPolicyFile } from "./defaultPolicy.ts";
import { usualLimits } from "./limits.ts";
import type { StartWords } from "./startWording.ts";
import { type TrustProxy, trustProxyOf } from "./trustProxy.ts";

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== ""),
);

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function wholeNumber(said: StartWords, least: number, most: number) {
  return z.coerce.number(said.number).int(said.whole).min(least, said.atLeast(least)).max(most, said.atMost(most));
}

function departmentsByGroup(said: StartWords) {
  const lists = z.record(z.string(), z.array(z.string(), said.groupsLists), said.groupsLists);
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue(said.groupsJson);
        return z.NEVER;
      }
    })
    .pipe(lists);
}

function trustProxy(said: StartWords) {
  return z.string().transform((text, context): TrustProxy => {
    const trusted = trustProxyOf(text);
    if (trusted !== null) return trusted;
    context.addIssue(said.trustProxy);
    return z.NEVER;
  });
}

/** One entry for each setting, with its default; messages never quote a value, which may be a secret. */
export function schemaIn(said: StartWords) {
  const flag = z
    .enum(["0", "1"], said.flag)
    .default("0")
    .transform((text) => text === "1");
  const httpsUrl = z.url({ protocol: /^https$/, error: said.https }).transform((url) => url.replace(/\/$/, ""));
  const seconds = (most: number) => wholeNumber(said, 1, most);
  return z.object({
    HOST: z.string().default("127.0.0.1"),
    PORT: wholeNumber(said, 0, 65_535).default(8443),
    DATABASE: z.string().default("data/civicreply.db"),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, said.postgres)
      .optional(),
    POLICY: z.string().default(defaultPolicyFile),
    TLS_CERT: z.string().optional(),
    TLS_KEY: z.string().optional(),
    TRUST_PROXY: trustProxy(said).optional(),
    ISSUER: z.string(said.missingIssuer).pipe(httpsUrl),
    AUDIENCE: z.string(said.missingAudience),
    TENANT: z.string(said.missingTenant),
    CLIENTS: list.optional(),
    SCOPE: z.string().default("access_as_user"),
    JWKS_URL: httpsUrl.optional(),
    CA: z.string().optional(),
    ALLOWED_ORIGINS: list.pipe(z.array(z.string().refine(isOrigin, said.origins))).default([]),
    INQUIRY_KEY: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43,}$/, said.inquiryKey)
      .optional(),
    WEB_ROOT: z.string().optional(),
    ADDIN_ORIGIN: z.string().refine(isOrigin, said.origin).optional(),
    SITE_SETTINGS: z.string().optional(),
    DEPARTMENTS_BY_GROUP: departmentsByGroup(said).default({}),
    MAX_CONNECTIONS: wholeNumber(said, 10, 100_000).default(usualLimits.connections),
    REQUEST_SECONDS: seconds(600).default(usualLimits.requestMs / 1000),
    KEEP_ALIVE_SECONDS: seconds(600).default(usualLimits.keepAliveMs / 1000),
    REQUESTS_PER_MINUTE: wholeNumber(said, 1, 1_000_000).default(usualLimits.requestsPerMinute),
    REQUESTS_AT_ONCE: wholeNumber(said, 1, 10_000).default(usualLimits.requestsAtOnce),
    STOP_SECONDS: seconds(600).default(10),
    METRICS: flag,
    STANDARD_PAGE: flag.default(true),
    SAMPLE_DATA: flag,
    SANDBOX_ISSUER: flag,
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"], said.logLevel).default("info"),
  });
}

export type ReadSettings = z.infer<ReturnType<typeof schemaIn>>;
