/** Small parts of which messages of the contract are made. */
import * as z from "zod/mini";

/** Base64url of a SHA-256 or an HMAC-SHA-256: 43 characters. */
export const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, "must be a base64url SHA-256 of 43 characters"));
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "must be a day such as 2026-11-23"));
/** Epoch milliseconds, UTC. */
export const moment = z.int();
/** An id of the city's own: channel, department, reason. Never free text. */
export const cityId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "must be an id of the policy"));
