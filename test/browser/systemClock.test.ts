import { expect, jest, test } from "@jest/globals";
import { systemClock } from "../../src/browser/systemClock.ts";

test("work goes on only after the tasks that waited before it", async () => {
  const order: string[] = [];
  setImmediate(() => order.push("a click"));
  await systemClock().breathe();
  order.push("the work");
  expect(order).toEqual(["a click", "the work"]);
});

test("breathing waits for no timer: a hidden page's come once a second", async () => {
  const timer = jest.spyOn(globalThis, "setTimeout");
  await systemClock().breathe();
  expect(timer).not.toHaveBeenCalled();
  timer.mockRestore();
});
