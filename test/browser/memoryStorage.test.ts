import { expect, test } from "@jest/globals";
import { browserStorage } from "../../src/browser/browserStorage.ts";
import { memoryStorage } from "../../src/browser/memoryStorage.ts";
import { storageChecks } from "./storageSuite.ts";

test.each(storageChecks)("in memory: $name", ({ run }) => run(memoryStorage()));

test("where neither IndexedDB nor localStorage is to be had, everything lives in memory and says so", async () => {
  const storage = await browserStorage("robin@pinewood.example");
  expect(storage.lasting).toBe(false);
  await storage.handlerMail.leaveHint({} as never);
  storage.handlerMail.onNote(() => undefined);
  await storage.memory.set("a", 1);
  expect(await storage.memory.get("a")).toBe(1);
});
