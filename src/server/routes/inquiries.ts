/** POST /api/inquiries: the facts that all colleagues told of inquiries which the caller can name. */
import type { FastifyInstance } from "fastify";
import { parseWith } from "../../contract/parse.ts";
import { type States, statesRequestSchema } from "../../contract/states.ts";
import type { InquiryId } from "../../domain/inquiry/fact.ts";
import type { AppParts } from "../parts.ts";
import { badRequest, refuse } from "../refusal.ts";

export function inquiriesRoute(api: FastifyInstance, { store }: AppParts): void {
  api.post("/inquiries", async (request, reply) => {
    const asked = parseWith(statesRequestSchema, request.body);
    if (!asked.ok) return refuse(request, reply, badRequest(asked.problems));
    const known = await store.factsOf(asked.value.inquiries as InquiryId[]);
    const states: States = { inquiries: Object.fromEntries(known) };
    return reply.header("cache-control", "no-store").send(states);
  });
}
