import { expect, test } from "@jest/globals";
import { graphRequest } from "../../../src/graph/graphRequest.ts";
import { fillMailbox, type InProcessGraph, inProcessGraph } from "../../../src/sandbox/graph/inProcess.ts";
import { personById } from "../../../src/sandbox/people.ts";
import { at } from "../../support/time.ts";

const noon = at("Tue 2026-11-24 12:00");
const unlimited = { parallel: Infinity, requests: Infinity, windowMs: 1 };

async function opened(count: number): Promise<InProcessGraph & { readonly headers: Record<string, string> }> {
  const site = await inProcessGraph({ limits: unlimited });
  fillMailbox(site.mailboxes.of(personById("employee")!), count, noon);
  const authorization = `Bearer ${await site.token("User.Read Mail.ReadWrite")}`;
  return { ...site, headers: { authorization, prefer: 'IdType="ImmutableId", odata.maxpagesize=200' } };
}

test("the add-in's own client lists a folder through it, page by page", async () => {
  const site = await opened(120);
  const request = graphRequest({
    base: site.base,
    token: () => site.token("Mail.Read"),
    clock: { now: () => noon, isHidden: () => false, breathe: () => Promise.resolve(), after: () => () => undefined },
    dice: () => 0.5,
    fetch: site.fetch as typeof fetch,
  });
  expect(await request.list("/me/mailFolders/inbox/messages?$top=50&$select=subject")).toHaveLength(120);
});

test("a request that is given up rejects as fetch does, and a lost answer as a network that is down", async () => {
  const site = await inProcessGraph();
  site.graph.setFaults({ graph: "timeouts", delayMs: 50 });
  await expect(site.fetch(`${site.base}/me`, { signal: AbortSignal.timeout(1) })).rejects.toThrow(/abort|timeout/i);
  await expect(site.fetch(`${site.base}/me`, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  site.graph.setFaults({ graph: "lostAnswers" });
  await expect(site.fetch(`${site.base}/me`)).rejects.toThrow(TypeError);
});

test("a delta walks a large folder page by page to its end, and begins the next round with nothing new", async () => {
  const site = await opened(1_050);
  const ask = async (link: string) =>
    (await (await site.fetch(link, { headers: site.headers })).json()) as {
      readonly value: readonly unknown[];
      readonly "@odata.nextLink"?: string;
      readonly "@odata.deltaLink"?: string;
    };
  let page = await ask(`${site.base}/me/mailFolders/inbox/messages/delta?$select=subject,from,receivedDateTime`);
  const sizes = [page.value.length];
  while (page["@odata.nextLink"] !== undefined) {
    page = await ask(page["@odata.nextLink"]);
    sizes.push(page.value.length);
  }
  expect(sizes).toEqual([200, 200, 200, 200, 200, 50]);
  expect((await ask(page["@odata.deltaLink"]!)).value).toEqual([]);
});
