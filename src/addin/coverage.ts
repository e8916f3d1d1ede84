/** Says how far this pane's mailboxes were looked through, so that what nobody saw is not taken for nothing (rule 8). */
import type { CoverageReport } from "../contract/coverage.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { identify } from "./account.ts";
import { backOffMs } from "./backOff.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import type { OutsideCode, OutsideError, Service } from "./ports.ts";

const sayEveryMs = 15 * 60_000;
export const coverageSaidKey = "coverageSaid";
/** A refusal that passes by itself. */
const passing: readonly OutsideCode[] = ["offline", "throttled"];

/** Held: nobody may speak now; the next report asks again. */
type Outcome = "said" | "held" | "tryAgain";

export interface CoverageReporter {
  /** Says it when it is due: every 15 minutes, or when more than the time has changed. A failure is silent. */
  say(): Promise<void>;
}

/** Of a mailbox, before it gets the name under which it leaves: an address, lower case. */
export type Look = Omit<CoverageReport, "mailbox" | "name"> & { readonly address: string };

export function createCoverageReporter(desk: Desk): CoverageReporter {
  const { clock, storage } = desk.ports;
  let underWay: Promise<void> | null = null;
  let failures = 0;
  let cancelRetry: () => void = () => undefined;

  async function run(service: Service, policy: Policy): Promise<void> {
    cancelRetry();
    const looks = looksOf(desk, policy);
    const kept = await unlessRefused<unknown>(storage.memory.get(coverageSaidKey), () => null);
    if (!isDue(kept, looks, clock.now())) return;
    const outcome = await unlessRefused<Outcome>(sayAll(desk, service, looks), outcomeOf);
    if (outcome === "said") {
      failures = 0;
      const said: Said = { at: clock.now(), what: whatOf(looks) };
      await unlessRefused(storage.memory.set(coverageSaidKey, said), () => undefined);
    } else if (outcome === "tryAgain") {
      failures += 1;
      cancelRetry = clock.after(backOffMs(failures, desk.dice()), () => void say());
    }
  }

  function say(): Promise<void> {
    const { service } = desk.ports;
    if (service === null || desk.rules === null) return Promise.resolve();
    underWay ??= run(service, desk.rules.policy).finally(() => {
      underWay = null;
    });
    return underWay;
  }
  return { say };
}

interface Said {
  readonly at: number;
  readonly what: string;
}

function isDue(kept: unknown, looks: readonly Look[], now: number): boolean {
  const { at, what } = (kept ?? {}) as Partial<Record<keyof Said, unknown>>;
  if (typeof at !== "number" || what !== whatOf(looks)) return true;
  return now < at || now - at >= sayEveryMs;
}

/** All that is said but the time. Stays on this computer. */
function whatOf(looks: readonly Look[]): string {
  return JSON.stringify(looks.map((look) => ({ ...look, lookedThrough: look.lookedThrough !== null })));
}

/** What the service understands and does not want is not said again before it is due. */
function outcomeOf({ code }: OutsideError): Outcome {
  if (passing.includes(code)) return "tryAgain";
  return code === "signInNeeded" ? "held" : "said";
}

async function sayAll(desk: Desk, service: Service, looks: readonly Look[]): Promise<Outcome> {
  const me = await identify(desk, service);
  if (me === null) return "held";
  for (const { address, ...look } of looks) {
    const mailbox = desk.ports.digest.hmac(me.inquiryKey, address);
    const report = { ...look, mailbox, name: look.kind === "shared" ? address : null };
    await unlessRefused(service.cover(report), (refusal) => {
      // A mailbox that the service's newer policy no longer names keeps the others from nothing.
      if (refusal.code !== "refused") throw refusal;
    });
  }
  return "said";
}

/**
 * The mailboxes of which this pane speaks: the person's own always; shared ones while it looks, since their other users
 * speak of them too. The person's own is counted with the department whose shared mailbox is open to them, where it is
 * one alone: no address says more.
 */
export function looksOf({ ports, remembered, watched, store }: Desk, policy: Policy): readonly Look[] {
  const { lookedAt } = store.get();
  const own = ports.mail.user.address.toLowerCase();
  const ownerOf = (address: string): string | null =>
    Object.entries(policy.departments ?? {}).find(([, { mailboxes = [] }]) => mailboxes.includes(address))?.[0] ?? null;
  const shared = Object.keys(watched).filter((name) => name !== "" && ownerOf(name) !== null);
  const teams = new Set(shared.map(ownerOf));
  const [team = null] = teams.size === 1 ? teams : [];
  const look = (name: string, address: string, department: string | null): Look => ({
    address,
    kind: ownerOf(address) === null ? "personal" : "shared",
    department,
    lookedThrough: isWholeRead(watched[name]) ? lookedAt : null,
    watching: remembered.watching,
  });
  return [
    look("", own, ownerOf(own) ?? team),
    ...(remembered.watching ? shared.map((name) => look(name, name, ownerOf(name))) : []),
  ];
}

/** A mailbox that was closed to the person since has lost its places. */
function isWholeRead(mailbox: Desk["watched"][string] | undefined): boolean {
  if (mailbox === undefined) return false;
  const { folders, links } = mailbox;
  return [folders.inbox, folders.sentitems].every((id) => id === "" || links[id] != null);
}
