import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { type HeldService, heldService } from "./heldService.ts";

let service: HeldService;

beforeEach(async () => {
  service = await heldService({ CIVICREPLY_STOP_SECONDS: "2" });
});

afterEach(() => service.close());

/** @returns null when a connection is let in, else why not */
function refusal(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(null);
    });
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

const moment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An SQLite database that was closed in order has no write-ahead log beside it. */
const databaseFiles = async (): Promise<readonly string[]> =>
  (await readdir(service.folder)).filter((name) => name.startsWith("town.db"));

test("asked to end, it refuses new connections, answers what is in flight, closes the database and goes", async () => {
  const answer = service.ask();
  await service.asked;
  expect(await refusal(service.port)).toBeNull();
  expect(await databaseFiles()).toContain("town.db-wal");

  service.child.kill("SIGTERM");
  await moment(300);
  expect(await refusal(service.port)).toBe("ECONNREFUSED");
  expect(service.child.exitCode).toBeNull();

  const from = performance.now();
  service.giveKeys();
  expect(await answer).toBe(200);
  expect(await service.ended).toBe(0);
  // A connection that is kept alive after its answer is not waited for.
  expect(performance.now() - from).toBeLessThan(1500);
  expect(await databaseFiles()).toEqual(["town.db"]);
});

test("what takes longer than it may is cut off, and said", async () => {
  const answer = service.ask().catch(() => "cut off");
  await service.asked;
  service.child.kill("SIGTERM");
  expect(await answer).toBe("cut off");
  service.giveKeys();
  expect(await service.ended).toBe(0);
  expect(service.errors()).toContain("requests in flight were cut off");
  expect(await databaseFiles()).toEqual(["town.db"]);
});

test("a second signal ends it at once", async () => {
  void service.ask().catch(() => undefined);
  await service.asked;
  service.child.kill("SIGTERM");
  await moment(300);
  service.child.kill("SIGTERM");
  expect(await service.ended).toBeNull();
  expect(service.child.signalCode).toBe("SIGTERM");
});
