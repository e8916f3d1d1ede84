/** The aggregation service over https; every refusal comes as an OutsideError. */
import { OutsideError, type Service } from "../addin/ports.ts";
import { factAnswersSchema, parseFact } from "../contract/facts.ts";
import { meSchema } from "../contract/me.ts";
import { parseWith } from "../contract/parse.ts";
import type { ServedPolicy } from "../contract/served.ts";
import { statesSchema } from "../contract/states.ts";
import { parseStatistics } from "../contract/statistics.ts";
import { parseAudit } from "../contract/upkeep.ts";
import type { Fact } from "../domain/inquiry/fact.ts";
import type { Result } from "../domain/time.ts";
import { servedPolicyFrom } from "./servedPolicy.ts";
import { callService, type ServiceSite } from "./serviceCall.ts";

export function fetchService(site: ServiceSite): Service {
  let known: { readonly tag: string; readonly policy: ServedPolicy } | null = null;

  async function policy(): Promise<ServedPolicy> {
    const answer = await callService(site, "/api/policy", known === null ? {} : { tag: known.tag });
    if (answer.status === 304 && known !== null) return known.policy;
    const served = understood(servedPolicyFrom(answer.body));
    known = answer.tag === null ? null : { tag: answer.tag, policy: served };
    return served;
  }

  return {
    policy,
    async me() {
      return understood(parseWith(meSchema, (await callService(site, "/api/me")).body));
    },
    async report(facts) {
      const { body } = await callService(site, "/api/facts", { body: { facts } });
      return understood(parseWith(factAnswersSchema, body));
    },
    async states(inquiries) {
      const { body } = await callService(site, "/api/inquiries", { body: { inquiries } });
      const states = understood(parseWith(statesSchema, body));
      const read = Object.entries(states.inquiries).map(([id, facts]) => [id, facts.flatMap(readableFact)] as const);
      return { inquiries: Object.fromEntries(read) };
    },
    async cover(report) {
      await callService(site, "/api/coverage", { method: "PUT", body: report });
    },
    async statistics(department) {
      return understood(parseStatistics((await callService(site, `/api/statistics${queryOf(department)}`)).body));
    },
    async audit(department) {
      return understood(parseAudit((await callService(site, `/api/audit${queryOf(department)}`)).body)).entries;
    },
  };
}

function queryOf(department: string | null): string {
  return department === null ? "" : `?${new URLSearchParams({ department }).toString()}`;
}

/** A newer service may know kinds of facts that this pane does not: they are left out, the others count. */
function readableFact(value: unknown): readonly Fact[] {
  const read = parseFact(value);
  return read.ok ? [read.value] : [];
}

/** @throws OutsideError unexpected, with the first problem's place, when the answer is not the contract's */
function understood<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const [first] = result.problems;
  throw new OutsideError("unexpected", `the service's answer: ${first?.path ?? ""} ${first?.message ?? ""}`);
}
