/** What `npm start -- …` understands, from options and environment. */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Instant, instantFromIso, type Result } from "../../domain/time.ts";

export interface Ports {
  readonly page: number;
  readonly addin: number;
  readonly service: number;
  readonly issuer: number;
  readonly graph: number;
}

export interface StartOptions {
  readonly ports: Ports;
  readonly dataFolder: string;
  readonly mailbox: string | null;
  readonly policy: string | null;
  readonly fresh: boolean;
  readonly recordGraph: string | null;
  /** Of the liberties that the sandbox's Graph takes in deltas; null: none; undefined: the usual ones. */
  readonly graphSeed: number | null | undefined;
  /** The sandbox clock's first reading on a fresh start; null: the machine's. */
  readonly at: Instant | null;
  readonly help: boolean;
}

export const usage = `npm start -- [options]

  --mailbox PATH     open your own mail: a folder of .eml files, or an .mbox file
  --policy FILE      another city's policy (default: assets/policies/spruce-grove.json)
  --fresh            forget what the sandbox kept, and begin anew
  --port N           first of five ports side by side (default 7443; environment PORT)
  --page-port N, --addin-port N, --service-port N, --issuer-port N, --graph-port N
                     one of them elsewhere
  --data FOLDER      where the sandbox and the service keep their data (default data; environment CIVICREPLY_DATA)
  --at TIME          set the sandbox clock on a fresh start, as in 2026-11-23T10:00-06:00
  --record-graph F   write each exchange with Graph to a file, a JSON object a line
  --graph-seed N     another disorder in the pages of Graph's deltas, the same in each run; "off" for none
  --help             this text
`;

const portNames = ["page", "addin", "service", "issuer", "graph"] as const;

function portNumber(text: string | undefined, fallback: number): number | null {
  if (text === undefined) return fallback;
  const number = Number(text);
  return Number.isInteger(number) && number > 0 && number < 65_536 ? number : null;
}

/** Reads options and environment; each problem is a sentence that names the option. */
export function startOptions(args: readonly string[], env: NodeJS.ProcessEnv): Result<StartOptions> {
  const problems: string[] = [];
  const string = { type: "string" } as const;
  let values: Record<string, string | boolean | undefined> = {};
  try {
    values = parseArgs({
      args: [...args],
      options: {
        mailbox: string,
        policy: string,
        fresh: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        port: string,
        data: string,
        at: string,
        "record-graph": string,
        "graph-seed": string,
        ...Object.fromEntries(portNames.map((name) => [`${name}-port`, string])),
      },
    }).values;
  } catch (error) {
    problems.push(`${(error as Error).message} See npm start -- --help.`);
  }
  const text = (name: string): string | undefined => values[name] as string | undefined;

  const first = portNumber(text("port") ?? env["PORT"], 7443);
  if (first === null) problems.push("--port: needs a number between 1 and 65531.");
  const ports = portNames.map((name, index) => {
    const port = portNumber(text(`${name}-port`), (first ?? 7443) + index);
    if (port === null) problems.push(`--${name}-port: needs a number between 1 and 65535.`);
    return port ?? 0;
  });
  for (const name of ["mailbox", "policy"]) {
    const file = text(name);
    if (file !== undefined && !existsSync(file)) problems.push(`--${name}: there is no ${file}.`);
  }
  const at = text("at");
  const moment = at === undefined ? null : instantFromIso(at);
  if (at !== undefined && moment === null)
    problems.push("--at: needs a time with its zone, such as 2026-11-23T10:00-06:00.");

  const seed = text("graph-seed");
  if (seed !== undefined && seed !== "off" && !/^\d{1,9}$/.test(seed))
    problems.push('--graph-seed: needs a whole number of at most nine digits, or "off".');

  if (problems.length > 0) {
    return { ok: false, problems: problems.map((message) => ({ path: "", message, severity: "error" })) };
  }
  const [page = 0, addin = 0, service = 0, issuer = 0, graph = 0] = ports;
  return {
    ok: true,
    warnings: [],
    value: {
      ports: { page, addin, service, issuer, graph },
      dataFolder: path.resolve(text("data") ?? env["CIVICREPLY_DATA"] ?? "data"),
      mailbox: text("mailbox") ?? null,
      policy: text("policy") ?? null,
      fresh: values["fresh"] === true,
      recordGraph: text("record-graph") ?? null,
      graphSeed: seed === undefined ? undefined : seed === "off" ? null : Number(seed),
      at: moment,
      help: values["help"] === true,
    },
  };
}
