/** A service without a network: facts are pooled, and derived with the domain's own functions. */
import { OutsideError, type Service } from "../../../src/addin/ports.ts";
import type { ServedPolicy } from "../../../src/contract/served.ts";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { inquiryKey } from "../ports.ts";

export interface Pool {
  readonly service: Service;
  /** Every call is refused while this is true. */
  away: boolean;
  /** Facts of each inquiry, by their ids. */
  readonly facts: () => Promise<ReadonlyMap<string, readonly Fact[]>>;
}

export function pool(served: ServedPolicy, now: () => Instant): Pool {
  const facts = new Map<string, Map<string, Fact>>();
  const answered = <T>(value: () => T): Promise<T> =>
    pooled.away ? Promise.reject(new OutsideError("offline", "the service is away")) : Promise.resolve(value());
  const of = (id: string) => [...(facts.get(id)?.values() ?? [])];
  const pooled: Pool = {
    away: false,
    facts: () => Promise.resolve(new Map([...facts].map(([id]) => [id, of(id)]))),
    service: {
      me: () => answered(() => ({ roles: [], departments: [], inquiryKey, account: "everybody", now: now() })),
      policy: () => answered(() => served),
      report: (told) =>
        answered(() => {
          for (const fact of told) {
            const known = facts.get(fact.inquiry) ?? new Map<string, Fact>();
            facts.set(fact.inquiry, known.set(fact.id, fact));
          }
          return { answers: told.map(({ id, inquiry }) => ({ id, inquiry, taken: true as const })) };
        }),
      states: (ids) =>
        answered(() => ({
          inquiries: Object.fromEntries(ids.filter((id) => facts.has(id)).map((id) => [id, of(id)])),
        })),
      cover: () => answered(() => undefined),
      statistics: () => Promise.reject(new OutsideError("forbidden", "not asked in the year")),
      audit: () => Promise.reject(new OutsideError("forbidden", "not asked in the year")),
    },
  };
  return pooled;
}
