import { expect, test } from "@jest/globals";
import { chunk, loadChunks } from "../../src/addin/chunk.ts";

/** A file that comes once the way is open. */
function file() {
  const site = { open: true, asked: 0 };
  const fetch = () => {
    site.asked += 1;
    return site.open ? Promise.resolve("there") : Promise.reject(new Error("Loading chunk 12 failed"));
  };
  return { site, made: chunk(fetch) };
}

test("a part is fetched once, and known at once from then on", async () => {
  const { site, made } = file();
  expect(made.now()).toBeNull();
  expect([await made.load(), await made.load()]).toEqual(["there", "there"]);
  expect([made.now(), site.asked]).toEqual(["there", 1]);
});

test("one that does not come is a loss of the connection, and is fetched again when it is wanted", async () => {
  const { site, made } = file();
  site.open = false;
  await expect(made.load()).rejects.toMatchObject({ name: "OutsideError", code: "offline" });
  site.open = true;
  expect(await made.load()).toBe("there");
});

test("fetching all ahead, one that does not come keeps no other back", async () => {
  const [lost, other] = [file(), file()];
  lost.site.open = false;
  await loadChunks();
  expect([lost.made.now(), other.made.now()]).toEqual([null, "there"]);
});
