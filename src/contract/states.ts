/** POST /api/inquiries: where inquiries stand that the caller can name (at most 500), facts of all colleagues merged. */
import * as z from "zod/mini";
import type { Fact } from "../domain/inquiry/fact.ts";
import { hash, unreadFact } from "./fields.ts";
import { maxStatesPerCall } from "./limits.ts";

export const statesRequestSchema = z.strictObject({
  inquiries: z.array(hash).check(z.minLength(1), z.maxLength(maxStatesPerCall)),
});

/** The facts of each inquiry; the asker derives with the domain's one function. Unknown inquiries are left out. */
export const statesSchema = z.object({ inquiries: z.record(z.string(), z.array(unreadFact)) });
export interface States {
  readonly inquiries: Readonly<Record<string, readonly Fact[]>>;
}
