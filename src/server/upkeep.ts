/**
 * What a service does by itself: once a day what the policy's retention no longer keeps goes, and what was withdrawn as
 * private; every ten minutes figures are stated whose time has come, and what was told since of closed mailboxes leaves the clock; twice a minute it takes over the high-volume periods
 * that another process has set.
 */
import type { Logger } from "pino";
import { dayMs, instant, minuteMs } from "../domain/time.ts";
import { lastStated } from "../domain/timeliness/stated.ts";
import type { Now } from "./clock.ts";
import type { CurrentPolicy } from "./currentPolicy.ts";
import { followPeriods, type LivePolicy } from "./livePolicy.ts";
import type { FactStore } from "./store/factStore.ts";

export interface Upkeep {
  stop(): void;
}

/** A service that was just started has other things to do, and panes have yet to tell what they could not meanwhile. */
const firstMs = 10 * minuteMs;

export function startUpkeep(store: FactStore, policy: LivePolicy, now: Now, log: Logger): Upkeep {
  const follow = (): void => {
    followPeriods(policy, store).catch((error: unknown) => log.error({ err: error }, "the periods cannot be read"));
  };
  const tidy = (): void => {
    purgeOnce(store, policy, now).then(
      (inquiries) => {
        if (inquiries > 0) log.info({ inquiries }, "facts that are no longer kept were taken away; their totals stay");
      },
      (error: unknown) => log.error({ err: error }, "facts that are no longer kept could not be taken away"),
    );
  };
  const state = (): void => {
    stateOnce(store, policy, now).catch((error: unknown) => log.error({ err: error }, "figures cannot be stated"));
  };
  const close = (): void => {
    store.closeWaiting(now()).then(
      (inquiries) => {
        if (inquiries > 0) log.info({ inquiries }, "inquiries of closed mailboxes left the clock");
      },
      (error: unknown) => log.error({ err: error }, "inquiries of closed mailboxes could not leave the clock"),
    );
  };
  const first = setTimeout(tidy, firstMs);
  const daily = setInterval(tidy, dayMs);
  const often = setInterval(follow, minuteMs / 2);
  const stating = setInterval(state, firstMs);
  const closing = setInterval(close, firstMs);
  for (const timer of [first, daily, often, stating, closing]) timer.unref();
  return {
    stop() {
      clearTimeout(first);
      clearInterval(daily);
      clearInterval(often);
      clearInterval(stating);
      clearInterval(closing);
    },
  };
}

/** @returns how many inquiries' facts are gone */
export async function purgeOnce(
  store: FactStore,
  { rules: { policy } }: Pick<CurrentPolicy, "rules">,
  now: Now,
): Promise<number> {
  const at = now();
  const days = policy.privacy?.retentionDays;
  const inquiries = await store.purge(days === undefined ? null : instant(at - days * dayMs), at);
  if (inquiries > 0) await store.audit.note("purged", null, at, { inquiries });
  return inquiries;
}

/** States the figures whose time has come; those of days on which no service ran as they are known now. */
export async function stateOnce(
  store: FactStore,
  { rules: { calendar } }: Pick<CurrentPolicy, "rules">,
  now: Now,
): Promise<void> {
  const at = now();
  await store.state(lastStated(calendar, at), at);
}
