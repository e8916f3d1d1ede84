/** Small parts of which messages of the contract are made; their descriptions stand in the service's API document. */
import * as z from "zod/mini";

const hashPattern = /^[A-Za-z0-9_-]{43}$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const cityIdPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The patterns by name, for whoever says in words what does not fit one. */
export const patterns = { hash: hashPattern, day: dayPattern, cityId: cityIdPattern } as const;

export const hash = z
  .string()
  .check(
    z.regex(hashPattern, "must be a base64url SHA-256 of 43 characters"),
    z.describe("Base64url of a SHA-256 or an HMAC-SHA-256: 43 characters."),
  );
export const day = z
  .string()
  .check(z.regex(dayPattern, "must be a day such as 2026-11-23"), z.describe("A local day, such as 2026-11-23."));
export const moment = z.int().check(z.describe("Epoch milliseconds, UTC."));
export const cityId = z
  .string()
  .check(
    z.regex(cityIdPattern, "must be an id of the policy"),
    z.describe("An id of the city's own: channel, department or reason. Never free text."),
  );

/** A fact that is read by itself, apart from the message it comes in: a wrong one must not spoil its neighbours. */
export const unreadFact = z.unknown();

/** Of a period or week, what each recalculation moved. */
export const movedDates = z
  .array(z.object({ at: moment, count: z.int() }))
  .check(
    z.describe("How many of its due dates a recalculation moved: away, into it or within it; none: an empty list."),
  );
