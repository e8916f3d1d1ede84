import { expect, test } from "@jest/globals";
import { dayMs, instant } from "../../../../src/domain/time.ts";
import { servedPolicy } from "../../../../src/server/currentPolicy.ts";
import { Mailbox } from "../../../../src/sandbox/mailbox/mailbox.ts";
import { fillBusily } from "../../../../src/tools/bench/mailbox/busyMailbox.ts";
import { farGraph, type FarGraph } from "../../../../src/tools/bench/mailbox/farGraph.ts";
import { client } from "../../../../src/tools/bench/mailbox/client.ts";
import { graphHost, theMoment, type Traffic } from "../../../../src/tools/bench/mailbox/graphHost.ts";
import { sandboxPolicy } from "../../../../src/tools/start/sandboxPolicy.ts";

/** Graph in this very process: the tests count requests, not time. */
async function nearGraph(): Promise<FarGraph> {
  return farGraph(await graphHost(), () => undefined);
}

/** A mailbox that joined before its oldest message, looked through twice: then the marks of the first look are known. */
async function looked(messages: number) {
  const served = servedPolicy(await sandboxPolicy("assets", null));
  if (!served.ok) throw new Error("the sandbox's policy is broken");
  const graph = await nearGraph();
  await graph.fill(messages, theMoment - 60_000);
  const pane = await client(graph, served.value, instant(theMoment - 731 * dayMs));
  const traffic = async (): Promise<Traffic> => {
    await graph.traffic();
    await pane.look();
    return graph.traffic();
  };
  const [first] = [await traffic(), await traffic()];
  return { graph, first, traffic, ledger: pane.desk.ports.storage.ledger };
}

test("a look with nothing new is two requests, whatever lies in the mailbox, and asks for no headers", async () => {
  const { traffic } = await looked(600);
  expect(await traffic()).toMatchObject({ requests: 2, headersAsked: 0 });
});

test("headers are asked once of each message that the envelope leaves undecided, inside the look-back alone", async () => {
  const { graph, first, traffic, ledger } = await looked(600);
  const known = await ledger.receivedBetween(instant(0), theMoment);
  expect(known).toHaveLength(600);
  expect(first.headersAsked).toBe(known.filter(({ headersAsked }) => headersAsked).length);
  expect(first.headersAsked).toBeGreaterThan(0);
  expect(first.headersAsked).toBeLessThan(60);
  await graph.change(100, theMoment);
  // The other half are known messages with another category.
  expect(await traffic()).toMatchObject({ headersAsked: 50 });
});

test("a third of the busy mailbox is sent, a twelfth are newsletters, and as much waits in a big one as in a small", () => {
  const filled = (count: number): Mailbox => {
    const mailbox = new Mailbox(() => undefined);
    fillBusily(mailbox, count, theMoment);
    return mailbox;
  };
  const messages = [...filled(1200).all()];
  expect(messages.filter(({ folder }) => folder === "sentitems")).toHaveLength(400);
  expect(messages.filter(({ subject }) => subject.startsWith("Planning Weekly"))).toHaveLength(100);
  const unanswered = (mailbox: Mailbox) =>
    [...mailbox.all()].filter(({ subject }) => subject.startsWith("Order")).length;
  expect(unanswered(filled(2400)) / unanswered(filled(12_000))).toBeCloseTo(1, 0);
});
