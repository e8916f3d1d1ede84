/** GET /api/me: what the service knows of the person who asks: from the verified token and the policy alone. */
import * as z from "zod/mini";
import { hash } from "./fields.ts";

export const roles = ["Supervisor", "Reviewer", "Administrator"] as const;
export type Role = (typeof roles)[number];

export const meSchema = z.object({
  roles: z.array(z.enum(roles)),
  /** Department ids whose figures this person may see. */
  departments: z.array(z.string()),
  /** Base64url key under which inquiry ids are made: HMAC-SHA-256 of the internet message id. */
  inquiryKey: z.string(),
  /** Who asks, in a name that tells nobody who: HMAC-SHA-256 of tenant and object id under that key, base64url. */
  account: hash,
  /** The service's clock, epoch milliseconds. */
  now: z.number(),
});
export type Me = z.infer<typeof meSchema>;
