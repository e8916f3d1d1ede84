/** The event file as it ships: built by the project's own webpack configuration, run in a context without a browser. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import vm from "node:vm";

const build = `
  import webpack from "webpack";
  import configurations from "./webpack.config.js";
  const events = configurations.find(({ name }) => name === "launchevent");
  const output = { ...events.output, path: process.argv[1] };
  webpack({ ...events, output, plugins: [], cache: false, devtool: false }, (error, stats) => {
    if (error || stats.hasErrors()) { console.error(error ?? stats.toString()); process.exit(1); }
  });
`;

/** Text of launchevent.js. Takes some seconds. */
export function builtLaunchEvent(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "launchevent-"));
  try {
    execFileSync(process.execPath, ["--input-type=module", "--eval", build, folder], { stdio: "pipe", env: {} });
    return readFileSync(path.join(folder, "launchevent.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const owner = "robin@pinewood.example";

export type Completion = { readonly allowEvent: boolean; readonly errorMessage?: string };
type Handler = (event: { completed(verdict: Completion): void }) => void;

/** How a call of the made-up Office.js ends. */
export type Manner = "answers" | "refuses" | "throws" | "hangs";

export interface Draft {
  readonly html?: string;
  readonly composeType?: string;
  readonly to?: readonly string[];
  readonly properties?: Record<string, string>;
  readonly manners?: Partial<Record<"load" | "save" | "body" | "type" | "recipients", Manner>>;
}

export interface Runtime {
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly properties: Record<string, string>;
  readonly stored: Record<string, string>;
  /** Runs the handler; the verdicts so far, after timers that are due have run. */
  run(name: string, afterMs?: number): readonly Completion[];
}

export interface Surroundings {
  readonly storage?: "there" | "missing" | "throws";
  readonly timers?: boolean;
  readonly language?: string;
  readonly item?: "draft" | "none";
}

/** An event runtime with only what `surroundings` grant; no window, no document, no fetch. */
export function runtime(
  code: string,
  draft: Draft = {},
  surroundings: Surroundings = {},
  stored: Record<string, string> = {},
): Runtime {
  const handlers = new Map<string, Handler>();
  const timers: { readonly at: number; readonly callback: () => void }[] = [];
  const properties = { ...draft.properties };
  const globals: Record<string, unknown> = { Office: office(draft, surroundings, properties, handlers) };
  if (surroundings.timers !== false)
    globals["setTimeout"] = (callback: () => void, at: number) => timers.push({ at, callback });
  if (surroundings.storage !== "missing") {
    Object.defineProperty(globals, "localStorage", {
      get() {
        if (surroundings.storage === "throws") throw new Error("SecurityError");
        return {
          getItem: (key: string) => stored[key] ?? null,
          setItem(key: string, text: string) {
            stored[key] = text;
          },
          removeItem: (key: string) => Reflect.deleteProperty(stored, key),
        };
      },
    });
  }
  vm.runInNewContext(code, vm.createContext(globals));
  return {
    handlers,
    properties,
    stored,
    run(name, afterMs = 0) {
      const verdicts: Completion[] = [];
      handlers.get(name)?.({ completed: (verdict) => void verdicts.push(verdict) });
      for (const timer of timers.splice(0)) if (timer.at <= afterMs) timer.callback();
      return verdicts;
    },
  };
}

function office(
  draft: Draft,
  { language, item }: Surroundings,
  properties: Record<string, string>,
  handlers: Map<string, Handler>,
): unknown {
  const answer = (
    manner: Manner = "answers",
    value: unknown,
    callback: (result: unknown) => void,
    done = () => undefined,
  ): void => {
    if (manner === "throws") throw new Error("Office.js threw");
    if (manner === "hangs") return;
    if (manner === "answers") done();
    callback(
      manner === "answers"
        ? { status: "succeeded", value }
        : { status: "failed", value: undefined, error: { code: 9002 } },
    );
  };
  const manners = draft.manners ?? {};
  let set: Record<string, string> = {};
  const bag = {
    get: (key: string) => properties[key],
    set: (key: string, text: string) => void (set[key] = text),
    saveAsync: (callback: never) =>
      answer(manners.save, undefined, callback, () => {
        Object.assign(properties, set);
        set = {};
      }),
  };
  const recipients = (list: readonly string[]) => ({
    getAsync: (callback: never) =>
      answer(
        manners.recipients,
        list.map((emailAddress) => ({ emailAddress })),
        callback,
      ),
  });
  const open = {
    conversationId: "conversation-1",
    loadCustomPropertiesAsync: (callback: never) => answer(manners.load, bag, callback),
    body: { getAsync: (_: string, callback: never) => answer(manners.body, draft.html ?? "<p>Hello</p>", callback) },
    getComposeTypeAsync: (callback: never) =>
      answer(manners.type, { composeType: draft.composeType ?? "reply" }, callback),
    to: recipients(draft.to ?? ["Ada@Mail.example"]),
    cc: recipients([]),
  };
  return {
    CoercionType: { Html: "html" },
    context: {
      displayLanguage: language ?? "en-CA",
      mailbox: { item: item === "none" ? null : open, userProfile: { emailAddress: owner } },
    },
    onReady: () => Promise.resolve({}),
    actions: { associate: (name: string, handler: Handler) => void handlers.set(name, handler) },
  };
}
