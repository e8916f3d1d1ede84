/** The service as a process: settings from the environment, a line for people when ready, an orderly end. */
import { shiftedClock } from "./clock.ts";
import { CannotStart, type RunningService, startService } from "./service.ts";
import { problemLines, settingsOf } from "./settings.ts";
import { StoreUnusable } from "./store/factStore.ts";

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

function cannotStart(reason: string): 1 {
  process.stderr.write(`The service cannot start.\n${reason}\n`);
  return 1;
}

/**
 * Runs the service until it is asked to end.
 *
 * @param env settings that begin with CIVICREPLY_
 * @returns the exit code: 0 after an orderly end, 1 when it could not start (said on standard error)
 */
export async function runService(env: NodeJS.ProcessEnv): Promise<number> {
  const read = settingsOf(env);
  if (!read.ok) return cannotStart(problemLines(read.problems));
  const { sandbox } = read.value;
  const clock = shiftedClock();
  // Only the sandbox may move the clock; another parent's messages are not listened to.
  if (sandbox) process.on("message", clock.receive);
  try {
    const service = await startService(read.value, clock.now);
    process.stdout.write(`Service: ${service.origin}/health\n`);
    await endWanted(sandbox);
    await service.stop();
    return 0;
  } catch (error) {
    if (error instanceof CannotStart || error instanceof StoreUnusable) return cannotStart(error.message);
    throw error;
  } finally {
    process.off("message", clock.receive);
    if (sandbox && process.connected) process.disconnect();
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = await runService(process.env);
