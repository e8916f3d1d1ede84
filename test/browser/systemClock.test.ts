import { expect, jest, test } from "@jest/globals";
import { systemClock } from "../../src/browser/systemClock.ts";

test("work goes on only after the tasks that waited before it", async () => {
  const order: string[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => order.push("a click");
  port2.postMessage(null);
  await systemClock().breathe();
  order.push("the work");
  port1.close();
  expect(order).toEqual(["a click", "the work"]);
});

test("breathing waits for no timer: a hidden page's come once a second", async () => {
  const timer = jest.spyOn(globalThis, "setTimeout");
  await systemClock().breathe();
  expect(timer).not.toHaveBeenCalled();
  timer.mockRestore();
});
