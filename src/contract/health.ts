/** GET /api/health and /api/ready: the service's word that all is well; everything else is a problem document. */
import * as z from "zod/mini";

export const healthSchema = z.object({ status: z.literal("ok") });
