/** Office.js answers by callback and refuses by status code; the rest of the add-in knows promises and OutsideError. */
import { OutsideError, type OutsideCode } from "../addin/ports.ts";

/** Some hosts never answer a call (outlook-host-protocol §6): nothing may hang on that. */
const limitMs = 15_000;

/** Codes of Office.js (outlook-host-protocol §6.9); whatever is not named here is unexpected. */
const codes: ReadonlyMap<number, OutsideCode> = new Map([
  [5000, "unsupported"],
  [7000, "forbidden"],
  [9017, "forbidden"],
  [9030, "gone"],
  [9032, "unsupported"],
  [9038, "forbidden"],
  [9040, "offline"],
  [9041, "offline"],
  [9044, "unsupported"],
  [9047, "forbidden"],
  [9048, "forbidden"],
  [9049, "gone"],
  [9055, "unsupported"],
]);

/**
 * One call of Office.js as a promise.
 *
 * @param start makes the call with the callback that it is given
 * @throws OutsideError for every refusal, for an API that is not there, and when no answer comes in 15 s
 */
export function callOffice<T>(start: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new OutsideError("unexpected", "Outlook did not answer")), limitMs);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    try {
      start((result) =>
        settle(() => {
          if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
          else reject(refusal(result.error));
        }),
      );
    } catch (error) {
      // Office.js checks permissions and arguments itself and throws (outlook-host-protocol §6).
      settle(() => reject(refusal(error)));
    }
  });
}

/** A call whose answer says only that it was done. @throws OutsideError like `callOffice` */
export async function tellOffice(
  start: (callback: (result: Office.AsyncResult<unknown>) => void) => void,
): Promise<void> {
  await callOffice<unknown>(start);
}

/** What Office.js threw or answered, as one of our codes. */
export function refusal(error: unknown): OutsideError {
  const { code, name, message } = (error ?? {}) as { code?: number; name?: string; message?: string };
  const known = code === undefined ? undefined : codes.get(code);
  return new OutsideError(known ?? "unexpected", `Outlook: ${code ?? ""} ${name ?? ""} ${message ?? ""}`);
}

/** @throws OutsideError unsupported when the host lacks the requirement set */
export function demand(version: string): void {
  if (!supports(version)) throw new OutsideError("unsupported", `Mailbox ${version} is not supported here`);
}

export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported("Mailbox", version);
}
