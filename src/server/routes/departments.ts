/** GET /api/departments: the departments whose figures the caller may see. */
import type { AppParts } from "../parts.ts";
import { languageFor } from "../refusal.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

export function departmentsHandler({ policy }: AppParts): Handler<RouteOf<"departments">> {
  return ({ caller, request, reply }) => {
    const language = languageFor(request);
    const all = Object.entries(policy.rules.policy.departments ?? {});
    const seen = all.filter(([id]) => caller.sight.departments.includes(id));
    const departments = seen.map(([id, { name, names, mailboxes = [] }]) => ({
      id,
      name: names?.[language] ?? name,
      mailboxes,
    }));
    void reply.header("cache-control", "no-store");
    return { departments };
  };
}
