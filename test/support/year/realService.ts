/** The service itself, its store a file, asked through the add-in's own client. */
import { fetchService } from "../../../src/browser/fetchService.ts";
import type { Service } from "../../../src/addin/ports.ts";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { currentPolicy } from "../../../src/server/currentPolicy.ts";
import { allInquiries } from "../../server/store/factStoreSuite.ts";
import { testApp } from "../../server/support/app.ts";
import { inquiryKey } from "../ports.ts";
import { townPolicy } from "./townRules.ts";

export interface RealService {
  readonly service: Service;
  facts(): Promise<ReadonlyMap<string, readonly Fact[]>>;
  close(): Promise<void>;
}

/** @param now of the town; a call never fails while `away` says no */
export async function realService(lookBackDays: number, now: () => Instant, away: () => boolean): Promise<RealService> {
  const policy = currentPolicy(townPolicy(lookBackDays).policy);
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  const { app, store, issuer, close } = await testApp({ now, inquiryKey, policy: policy.value });
  const token = await issuer.token({});
  const service = fetchService({
    origin: "https://service.sprucegrove.example",
    token: () => Promise.resolve(token),
    async fetch(address, init = {}) {
      if (away()) throw new TypeError("fetch failed");
      const { pathname, search } = new URL(address as string);
      const answer = await app.inject({
        method: (init.method ?? "GET") as "GET",
        url: pathname + search,
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(typeof init.body === "string" ? { payload: init.body } : {}),
      });
      const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
      return new Response(answer.statusCode === 304 ? null : answer.body, { status: answer.statusCode, headers });
    },
  });
  return { service, close, facts: () => allInquiries(store) };
}
