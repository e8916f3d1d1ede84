import { expect, test } from "@jest/globals";
import { MailboxLimits, outlookLimits } from "../../../src/sandbox/graph/limits.ts";

test("Outlook takes four requests at once of a mailbox and 10,000 in ten minutes", () => {
  expect(outlookLimits).toEqual({ parallel: 4, requests: 10_000, windowMs: 600_000 });
});

test("a place is free again when a request leaves", () => {
  const limits = new MailboxLimits({ ...outlookLimits, parallel: 1 }, () => 0);
  expect(limits.enter("a")).toBeNull();
  expect(limits.enter("a")).toEqual({ limit: "MailboxConcurrency", retryAfterS: 1 });
  expect(limits.enter("b")).toBeNull();
  limits.leave("a");
  expect(limits.enter("a")).toBeNull();
});

test("the window slides: there is room as soon as the oldest request is ten minutes old", () => {
  let now = 0;
  const limits = new MailboxLimits({ parallel: 1_000_000, requests: 10_000, windowMs: 600_000 }, () => now);
  for (let count = 0; count < 10_000; count += 1) {
    now = count;
    expect(limits.enter("a")).toBeNull();
  }
  expect(limits.enter("a")).toEqual({ limit: "RequestsPerMailbox", retryAfterS: 591 });
  now = 599_999;
  expect(limits.enter("a")).not.toBeNull();
  now = 600_000;
  expect(limits.enter("a")).toBeNull();
  expect(limits.enter("a")).not.toBeNull();
});

test("requests that were refused for being too many at once count all the same", () => {
  const limits = new MailboxLimits({ parallel: 1, requests: 3, windowMs: 600_000 }, () => 0);
  expect([1, 2, 3, 4].map(() => limits.enter("a")?.limit)).toEqual([
    undefined,
    "MailboxConcurrency",
    "MailboxConcurrency",
    "RequestsPerMailbox",
  ]);
});
