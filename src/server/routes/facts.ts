/** POST /api/facts and PUT /api/facts/INQUIRY/FACT: takes facts, and answers for each once it is safely on disk. */
import type * as z from "zod/mini";
import { type FactAnswer, type factPlaceSchema, factSchema } from "../../contract/facts.ts";
import type { Fact } from "../../domain/inquiry/fact.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Instant } from "../../domain/time.ts";
import { factProblem } from "../factCheck.ts";
import type { AppParts } from "../parts.ts";
import { languageFor, type Refusal, refuse } from "../refusal.ts";
import { readAs } from "../shape.ts";
import type { Taking } from "../store/factStore.ts";
import type { Teller } from "../store/replyBy.ts";
import { sentence } from "../wording.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

type Judged = { readonly item: unknown } & (
  { readonly fact: Fact; readonly refusal: null } | { readonly refusal: Refusal }
);

type Place = z.infer<typeof factPlaceSchema>;

/** An address that is not the fact's own: somebody would look for it there in vain. */
function otherPlace(fact: Fact, place: Place): Refusal | null {
  if (fact.inquiry !== place.inquiry) return { code: "otherAddress", field: "inquiry" };
  return fact.id === place.fact ? null : { code: "otherAddress", field: "id" };
}

/** @param place the names in the address, where that names a single fact */
function judge(item: unknown, policy: Policy, now: Instant, place: Place | null): Judged {
  const read = readAs(factSchema, item);
  if (!read.ok) return { item, refusal: read.refusal };
  const refusal = factProblem(read.value, policy, now) ?? (place && otherPlace(read.value, place));
  return refusal ? { item, refusal } : { item, fact: read.value, refusal };
}

/** What somebody tells. */
interface Told {
  readonly items: readonly unknown[];
  readonly place: Place | null;
  /** Who tells, and of which items, in their order, that they tell of the own sending. */
  readonly own: { readonly teller: Teller; readonly marks: readonly boolean[] } | null;
}

function ownOf(judged: readonly Judged[], own: Told["own"]): Pick<Taking, "own"> {
  if (own === null) return {};
  const { teller, marks } = own;
  const facts = new Set(
    judged.flatMap((one, place) => (one.refusal === null && marks[place] === true ? one.fact : [])),
  );
  return facts.size === 0 ? {} : { own: { teller, facts } };
}

/** Keeps the good ones, all in one transaction; who reads the result knows that they are on disk. */
async function take({ items, place, own }: Told, parts: AppParts): Promise<readonly Judged[]> {
  const { store, policy, now, metrics } = parts;
  const at = now();
  const { policy: rules } = policy.rules;
  const judged = items.map((item) => judge(item, rules, at, place));
  await store.add(
    judged.flatMap((one) => (one.refusal ? [] : one.fact)),
    { at, policyVersion: rules.version, ...ownOf(judged, own) },
  );
  for (const one of judged) {
    if (one.refusal) metrics.factRefused(one.refusal.code);
    else metrics.factTaken(one.fact.kind);
  }
  return judged;
}

/** What can be read of an item that is refused, so that the sender recognises it. */
function textOf(item: unknown, name: "id" | "inquiry"): string {
  const value =
    typeof item === "object" && item !== null ? (item as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === "string" ? value : "";
}

export function addFactsHandler(parts: AppParts): Handler<RouteOf<"addFacts">> {
  return async ({ body, caller, request }) => {
    const language = languageFor(request);
    const { tid, oid, name } = caller.person;
    const own = body.own === undefined ? null : { teller: { tid, oid, name }, marks: body.own };
    const answers = (await take({ items: body.facts, place: null, own }, parts)).map(
      ({ item, refusal }): FactAnswer => {
        const named = { id: textOf(item, "id"), inquiry: textOf(item, "inquiry") };
        if (refusal === null) return { ...named, taken: true };
        const message = sentence(refusal.code, language, refusal.values);
        return { ...named, taken: false, problem: { field: refusal.field ?? "", message } };
      },
    );
    return { answers };
  };
}

export function putFactHandler(parts: AppParts): Handler<RouteOf<"putFact">> {
  return async ({ params, body, request, reply }) => {
    const [judged] = await take({ items: [body], place: params, own: null }, parts);
    return judged?.refusal ? refuse(request, reply, judged.refusal) : undefined;
  };
}
