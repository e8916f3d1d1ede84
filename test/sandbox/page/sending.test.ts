import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { Questions } from "../../../src/sandbox/page/desk/questions.ts";
import { mayLeave } from "../../../src/sandbox/page/desk/sending.ts";
import type { BackgroundRun, Outcome } from "../../../src/sandbox/page/host/background.ts";
import type { LaunchEvent } from "../../../src/sandbox/page/manifest/manifest.ts";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function handler(sendMode: LaunchEvent["sendMode"]): LaunchEvent {
  return { functionName: "onMessageSendHandler", page: "https://addin.example/launchevent.html", sendMode };
}

/** A run that ends with the outcome after so many milliseconds. */
function run(outcome: Outcome, afterMs = 0): BackgroundRun {
  return { outcome: new Promise((resolve) => setTimeout(() => resolve(outcome), afterMs)), abandon: () => undefined };
}

const allows: Outcome = { kind: "completed", options: { allowEvent: true } };
const refuses: Outcome = { kind: "completed", options: { allowEvent: false, errorMessage: "The name is missing." } };

test("a message that the handler allows is sent without a question", async () => {
  const questions = new Questions();
  const answer = mayLeave(handler("PromptUser"), run(allows), questions);
  await jest.advanceTimersByTimeAsync(1);
  expect(questions.current()).toBeNull();
  expect(await answer).toBe(true);
});

test("a handler that completes without options allows the message", async () => {
  const answer = mayLeave(handler("PromptUser"), run({ kind: "completed", options: {} }), new Questions());
  await jest.advanceTimersByTimeAsync(1);
  expect(await answer).toBe(true);
});

test.each([true, false])("with PromptUser the person decides about a held message: %s", async (decided) => {
  const questions = new Questions();
  const answer = mayLeave(handler("PromptUser"), run(refuses), questions);
  await jest.advanceTimersByTimeAsync(1);
  expect(questions.current()?.question).toEqual({ kind: "held", message: "The name is missing.", mayInsist: true });
  questions.current()?.answer(decided);
  expect(await answer).toBe(decided);
});

test("with SoftBlock a held message cannot be sent anyway", async () => {
  const questions = new Questions();
  void mayLeave(handler("SoftBlock"), run(refuses), questions);
  await jest.advanceTimersByTimeAsync(1);
  expect(questions.current()?.question).toMatchObject({ kind: "held", mayInsist: false });
});

test.each(["PromptUser", "SoftBlock"] as const)(
  "with %s an add-in that cannot be reached holds nothing",
  async (mode) => {
    const answer = mayLeave(handler(mode), run({ kind: "unavailable" }), new Questions());
    await jest.advanceTimersByTimeAsync(1);
    expect(await answer).toBe(true);
  },
);

test("with Block an add-in that cannot be reached keeps the message back, and says so", async () => {
  const questions = new Questions();
  const answer = mayLeave(handler("Block"), run({ kind: "unavailable" }), questions);
  await jest.advanceTimersByTimeAsync(1);
  expect(questions.current()?.question).toEqual({ kind: "unavailable" });
  questions.current()?.answer(false);
  expect(await answer).toBe(false);
});

test("after five seconds the person may send without the handler", async () => {
  const questions = new Questions();
  const answer = mayLeave(handler("PromptUser"), run(allows, 60_000), questions);
  await jest.advanceTimersByTimeAsync(4999);
  expect(questions.current()).toBeNull();
  await jest.advanceTimersByTimeAsync(1);
  expect(questions.current()?.question).toEqual({ kind: "slow", mayInsist: true });
  questions.current()?.answer(true);
  expect(await answer).toBe(true);
});

test("the question about a slow handler goes when the handler answers", async () => {
  const questions = new Questions();
  const answer = mayLeave(handler("PromptUser"), run(allows, 6000), questions);
  await jest.advanceTimersByTimeAsync(6001);
  expect(questions.current()).toBeNull();
  expect(await answer).toBe(true);
});

test("a handler that never answers is given up after five minutes", async () => {
  const never: BackgroundRun = { outcome: new Promise(() => undefined), abandon: () => undefined };
  const answer = mayLeave(handler("PromptUser"), never, new Questions());
  await jest.advanceTimersByTimeAsync(300_000);
  expect(await answer).toBe(true);
});

test("the add-in's words are cut at 500 characters, as Outlook does", async () => {
  const questions = new Questions();
  const long: Outcome = { kind: "completed", options: { allowEvent: false, errorMessage: "x".repeat(600) } };
  void mayLeave(handler("PromptUser"), run(long), questions);
  await jest.advanceTimersByTimeAsync(1);
  expect(questions.current()?.question).toMatchObject({ message: "x".repeat(500) });
});
