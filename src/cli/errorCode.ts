/** Node's own errors carry a code: how a mistake from outside is told from a bug. */

/** The code of an error such as ENOENT or ERR_PARSE_ARGS_UNKNOWN_OPTION; null for anything else. */
export function errorCode(error: unknown): string | null {
  const isCoded = typeof error === "object" && error !== null && "code" in error;
  return isCoded && typeof error.code === "string" ? error.code : null;
}

export function messageOf(error: unknown): string {
  const isError = typeof error === "object" && error !== null && "message" in error;
  return isError ? String(error.message) : String(error);
}
