/** The service as a process: settings from the environment, a line for people when ready, an orderly end. */
import type { Writable } from "node:stream";
import type { Result } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import { shiftedClock } from "./clock.ts";
import { serviceLog } from "./log.ts";
import { CannotStart, type RunningService, startService } from "./service.ts";
import { problemLines, type Settings } from "./settings.ts";
import { readSettings } from "./settingsFile.ts";
import { startWords } from "./startWording.ts";
import { StoreUnusable } from "./store/factStore.ts";
import { storeSentence } from "./store/storeWording.ts";

export { CannotStart, type RunningService, startService };

/** Resolves when somebody wants the service to end; a second signal ends it at once. */
function endWanted(sandbox: boolean): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
    // The sandbox's service does not outlive the sandbox, however that ended.
    if (sandbox) process.once("disconnect", () => resolve());
  });
}

/** Where the process says what people read, and in which language. */
export interface Said {
  readonly output: Writable;
  readonly errors: Writable;
  readonly language: Language;
}

const processSaid: Said = { output: process.stdout, errors: process.stderr, language: "en" };

/**
 * Runs the service until it is asked to end.
 *
 * @param read its settings, or what is wrong with them
 * @returns the exit code: 0 after an orderly end, 1 when it could not start (said among the errors)
 */
export async function runService(read: Result<Settings>, said: Said = processSaid): Promise<number> {
  const cannotStart = (reason: string): 1 => {
    said.errors.write(`${startWords[said.language].cannotStart}\n${reason}\n`);
    return 1;
  };
  if (!read.ok) return cannotStart(problemLines(read.problems));
  const { sandbox, logLevel } = read.value;
  const log = serviceLog(logLevel);
  for (const { path, message } of read.warnings) log.warn({ setting: path }, message);
  const clock = shiftedClock();
  // Only the sandbox may move the clock; another parent's messages are not listened to.
  if (sandbox) process.on("message", clock.receive);
  try {
    const service = await startService(read.value, clock.now, { language: said.language, log });
    said.output.write(`Service: ${service.origin}/health\n`);
    await endWanted(sandbox);
    await service.stop();
    return 0;
  } catch (error) {
    if (error instanceof CannotStart) return cannotStart(error.message);
    if (error instanceof StoreUnusable) return cannotStart(storeSentence(error.problem, said.language));
    throw error;
  } finally {
    process.off("message", clock.receive);
    if (sandbox && process.connected) process.disconnect();
  }
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runService(await readSettings({ env: process.env }));
