/** Puts the table's routes into the app: guard, reading by the row's schemas, then the code behind the row. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refusedFunction, refusedSight } from "../identity/access.ts";
import { callerOf, guards } from "../identity/guard.ts";
import type { AppParts } from "../parts.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { readAs } from "../shape.ts";
import { handlers } from "./handlers.ts";
import { departmentsAsked } from "./departmentsAsked.ts";
import type { Asked, FiguresOf, Handler, Route } from "./route.ts";
import { type RouteName, routes } from "./table.ts";
import { doerOf } from "./upkeep.ts";

const parts = ["params", "query", "body"] as const;
type ReadParts = Readonly<Record<(typeof parts)[number], unknown>>;

/** In the order in which a reader looks: address, query, body. */
function readRequest(
  route: Route,
  request: FastifyRequest,
): { readonly read: ReadParts } | { readonly refusal: Refusal } {
  const read: Record<keyof ReadParts, unknown> = { params: undefined, query: undefined, body: undefined };
  for (const part of parts) {
    const schema = route[part];
    if (schema === undefined) continue;
    const one = readAs(schema, request[part]);
    if (!one.ok) return one;
    read[part] = one.value;
  }
  return { read };
}

/** May the caller see the figures of the department or function asked for? Asked here, so that no route of figures can forget it. */
function refusedFigures(
  route: Route,
  { query }: ReadParts,
  request: FastifyRequest,
  { policy }: AppParts,
): Refusal | null {
  if (route.access !== "figures") return null;
  const { department = null, function: work = null } = query as FiguresOf;
  const caller = callerOf(request);
  return refusedSight(caller, department) ?? refusedFunction(caller, work, policy.rules.policy);
}

/** Everyone sees who looked: noted here, so that no route of figures can forget it. */
async function noteLook(
  { store, now, policy }: AppParts,
  { query }: ReadParts,
  request: FastifyRequest,
): Promise<void> {
  const caller = callerOf(request);
  const departments = departmentsAsked(query as FiguresOf, caller.sight, policy.rules.policy) ?? [""];
  const at = now();
  await store.audit.looked(doerOf(caller), departments, at, policy.rules.calendar.localDay(at));
}

/** Needs the rate limit plugin registered on the app. */
export function mountRoutes(app: FastifyInstance, appParts: AppParts): void {
  const guard = guards(app, appParts);
  const behind = handlers(app, appParts) as unknown as Readonly<Record<RouteName, Handler<Route>>>;
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    app.route({
      method: route.method,
      url: route.address,
      onRequest: [...guard(route.access)],
      async handler(request, reply) {
        const asked = readRequest(route, request);
        if ("refusal" in asked) return refuse(request, reply, asked.refusal);
        const refusal = refusedFigures(route, asked.read, request, appParts);
        if (refusal) return refuse(request, reply, refusal);
        if (route.access === "figures") await noteLook(appParts, asked.read, request);
        const caller = route.access === "anyone" ? null : callerOf(request);
        if (route.answer === null) void reply.code(204);
        return behind[name]({ ...asked.read, caller, request, reply } as Asked<Route>);
      },
    });
  }
}
