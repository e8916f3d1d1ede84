/** GET /api/departments: the departments whose figures the caller may see, to choose from. */
import * as z from "zod/mini";
import { cityId } from "./fields.ts";

export const departmentsSchema = z.object({
  departments: z.array(
    z.object({
      id: cityId,
      /** In the caller's language where the policy has it. */
      name: z.string(),
      /** Addresses of its shared mailboxes, lower case, as the policy names them. */
      mailboxes: z.array(z.string()),
    }),
  ),
});
