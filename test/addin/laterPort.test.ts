import { expect, test } from "@jest/globals";
import { laterPort } from "../../src/addin/laterPort.ts";
import { OutsideError } from "../../src/addin/ports.ts";

interface Port {
  readonly name: string;
  read(mailbox: string, count: number): Promise<string>;
}

test("a call goes to the adapter with what it was given, and its answer comes back", async () => {
  const adapter: Port = { name: "adapter", read: (mailbox, count) => Promise.resolve(`${mailbox} ${count}`) };
  const port = laterPort<Port>(() => Promise.resolve(adapter), { read: true });
  expect(await port.read("planning", 3)).toBe("planning 3");
});

test("where the adapter does not come, the call is refused", async () => {
  const lost = () => Promise.reject(new OutsideError("offline", "it did not come"));
  await expect(laterPort<Port>(lost, { read: true }).read("planning", 3)).rejects.toMatchObject({ code: "offline" });
});
