/** POST /api/closures: takes off the clock what waits in a mailbox that was closed. */
import { isLocalDay } from "../../domain/calendar/localDay.ts";
import { pastProblem } from "../factCheck.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Closing } from "../store/factStore.ts";
import type { Asked, Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";
import { doerOf } from "./upkeep.ts";

/**
 * No fact says in which mailbox an inquiry lies: only that it is a shared one, and of which department. So the mailbox must
 * be the only one of its department; else nobody could tell its inquiries from the others'.
 */
async function closingOf(
  { store, policy, inquiryKey, now }: AppParts,
  { mailbox, from }: Asked<RouteOf<"close">>["body"],
): Promise<Closing | Refusal> {
  const { calendar, policy: city } = policy.rules;
  const owners = Object.entries(city.departments ?? {});
  const owner = owners.find(([, { mailboxes = [] }]) => mailboxes.includes(mailbox));
  if (owner === undefined) return { code: "unknownMailbox", field: "mailbox" };
  const [department, { mailboxes = [] }] = owner;
  if (mailboxes.length > 1) return { code: "severalMailboxes", field: "mailbox", values: { department } };
  const id = namedUnder(inquiryKey, mailbox);
  const isPersonal = (await store.covered()).some((one) => one.mailbox === id && one.kind === "personal");
  if (isPersonal) return { code: "personalMailbox", field: "mailbox" };
  if (!isLocalDay(from)) return { code: "noSuchDay", field: "from" };
  const closedAt = calendar.instantAt(from, 0);
  return pastProblem("from", closedAt, now()) ?? { department, from: closedAt };
}

export function closeHandler(parts: AppParts): Handler<RouteOf<"close">> {
  const { store, now } = parts;
  return async ({ body, caller, request, reply }) => {
    const closing = await closingOf(parts, body);
    if ("code" in closing) return refuse(request, reply, closing);
    const at = now();
    const closed = await store.closeMailbox(closing, at);
    await store.audit.note("closed", doerOf(caller), at, { mailbox: body.mailbox, from: body.from, closed });
    return { closed };
  };
}
