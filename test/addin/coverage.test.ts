import { expect, test } from "@jest/globals";
import type { Addin } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { OutsideError } from "../../src/addin/ports.ts";
import { inquiryKey, message, nodeDigest, settled, world, type World } from "../support/ports.ts";
import { at } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [["api://pinewood/access_as_user"]] };

async function opened(w: World): Promise<Addin> {
  w.mail.open(message());
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

const idOf = (address: string) => nodeDigest.hmac(inquiryKey, address);
const robins = {
  mailbox: idOf("robin@pinewood.example"),
  kind: "personal",
  name: null,
  department: null,
  lookedThrough: at("Fri 2026-11-20 11:00"),
  watching: true,
};
const planning = {
  ...robins,
  mailbox: idOf("planning@pinewood.example"),
  kind: "shared",
  name: "planning@pinewood.example",
  department: "planning",
};

/** Lets the minutes pass in which the pane looks. */
async function pass(w: World, from: string, minutes: number): Promise<void> {
  const start = at(from);
  for (let minute = 1; minute <= minutes; minute += 1) await w.clock.turnTo((start + minute * 60_000) as typeof start);
}

test("after the first look the pane says how far it looked, without the address of the person's mailbox", async () => {
  const w = world();
  await opened(w);
  expect(w.service.covered).toEqual([robins]);
  expect(JSON.stringify(w.service.covered)).not.toContain("robin");
});

test("a shared mailbox is named, and its department is the one of the person who works in it", async () => {
  const w = world();
  w.mailbox.canReadShared = true;
  await opened(w);
  expect(w.service.covered).toEqual([{ ...robins, department: "planning" }, planning]);
});

test("a look that failed says that nothing was seen yet; the first one that succeeds is said at once", async () => {
  const w = world();
  w.mailbox.refusal = "offline";
  const addin = await opened(w);
  expect(w.service.covered).toEqual([{ ...robins, lookedThrough: null }]);
  w.mailbox.refusal = null;
  await addin.refresh();
  await settled();
  expect(w.service.covered.slice(1)).toEqual([robins]);
});

test("a pane that knows the open message alone is counted as not seen", async () => {
  const w = world({ mailbox: null });
  await opened(w);
  expect(w.service.covered).toEqual([{ ...robins, lookedThrough: null }]);
});

test("it is said every 15 minutes at most, also by another pane of the mailbox", async () => {
  const w = world();
  await opened(w);
  await pass(w, "Fri 2026-11-20 11:00", 14);
  await opened(w);
  expect(w.service.covered).toHaveLength(1);
  await pass(w, "Fri 2026-11-20 11:14", 2);
  expect(w.service.covered).toHaveLength(2);
  expect(w.service.covered[1]!.lookedThrough).toBeGreaterThanOrEqual(at("Fri 2026-11-20 11:14"));
});

test("a person who stops is reported at once, and once more when they begin again; shared mailboxes stay out of it", async () => {
  const w = world();
  w.mailbox.canReadShared = true;
  const addin = await opened(w);
  await addin.setWatching(false);
  await settled();
  expect(w.service.covered.slice(2)).toEqual([{ ...robins, department: "planning", watching: false }]);
  await addin.setWatching(true);
  await settled();
  expect(w.service.covered.slice(3)).toEqual([{ ...robins, department: "planning" }, planning]);
});

test("a failure is silent and tried again by itself", async () => {
  const w = world();
  const cover = w.service.cover.bind(w.service);
  w.service.cover = () => Promise.reject(new OutsideError("offline", "away"));
  const addin = await opened(w);
  expect(addin.state().notices).toEqual([]);
  expect(w.clock.waits).toContain(3_750);
  w.service.cover = cover;
  await w.clock.turnTo(at("Fri 2026-11-20 11:01"));
  expect(w.service.covered).toHaveLength(1);
});

test("a mailbox that the service does not take keeps no other one back, and is not pressed upon it", async () => {
  const w = world();
  w.mailbox.canReadShared = true;
  const cover = w.service.cover.bind(w.service);
  let refused = 0;
  w.service.cover = (report) => {
    if (report.kind === "shared") return cover(report);
    refused += 1;
    return Promise.reject(new OutsideError("refused", "400"));
  };
  await opened(w);
  await pass(w, "Fri 2026-11-20 11:00", 5);
  expect(w.service.covered).toEqual([planning]);
  expect(refused).toBe(1);
});

test("a shared mailbox that was closed to the person is no longer said to be seen", async () => {
  const w = world();
  w.mailbox.canReadShared = true;
  const addin = await opened(w);
  const pages = w.mailbox.pages.bind(w.mailbox);
  w.mailbox.pages = async (rounds) => {
    const read = await pages(rounds);
    return read.map((page, index) => (rounds[index]!.mailbox === "" ? page : { refusal: "forbidden" as const }));
  };
  await w.clock.turnTo(at("Fri 2026-11-20 11:20"));
  await addin.refresh();
  await settled();
  expect(w.service.covered.filter(({ name }) => name !== null)).toEqual([planning]);
  expect(w.service.covered.at(-1)).toMatchObject({ name: null, lookedThrough: at("Fri 2026-11-20 11:20") });
});

test("the team view tells how many were seen", async () => {
  const w = world();
  const addin = await opened(w);
  const answer = await addin.team(null);
  expect(answer.ok && answer.statistics.coverage).toMatchObject({ known: 2, seen: 1 });
});
