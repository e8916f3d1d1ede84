/** Structured logs without personal data: no address, no query, no header, no body, nobody's name. */
import { type Logger, pino } from "pino";
import type { Settings } from "./settings.ts";

/** A failure as it may be logged. The stack's first line carries the message; ours never quotes a request. */
function failure(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  return { name: error.name, ...(typeof code === "string" ? { code } : {}), stack: error.stack };
}

/** Standard output stays free for the one line that people read. */
export function serviceLog(level: Settings["logLevel"], to: NodeJS.WritableStream = process.stderr): Logger {
  return pino({ level, base: null, serializers: { err: failure, req: () => undefined, res: () => undefined } }, to);
}
