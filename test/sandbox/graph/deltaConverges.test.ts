import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { FolderName } from "../../../src/sandbox/api.ts";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { instant } from "../../../src/domain/time.ts";
import { at } from "../../support/time.ts";
import { type GraphClient, graphClient, immutable } from "./client.ts";

const noon = at("Tue 2026-11-24 12:00");
const places: readonly FolderName[] = ["inbox", "archive"];

type Step =
  | { readonly do: "arrive" | "remove"; readonly pick: number; readonly place: FolderName }
  | { readonly do: "move" | "read" | "categorise"; readonly pick: number; readonly place: FolderName }
  | { readonly do: "page"; readonly size: number; readonly place: FolderName };

const place = fc.constantFrom(...places);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom("arrive" as const, "remove" as const, "move" as const, "read" as const, "categorise" as const),
    pick: fc.nat(1000),
    place,
  }),
  fc.record({ do: fc.constant("page" as const), size: fc.integer({ min: 1, max: 5 }), place }),
);

/** What a client keeps of one folder: it merges, drops tombstones, and remembers where to go on. */
class Follower {
  readonly known = new Map<string, Record<string, unknown>>();
  #link: string;
  constructor(folder: FolderName) {
    this.#link = `/me/mailFolders/${folder}/messages/delta?$select=isRead,categories`;
  }

  async page(client: GraphClient, size: number): Promise<boolean> {
    const { json, status } = await client.ask(this.#link, { prefer: `${immutable}, odata.maxpagesize=${size}` });
    expect(status).toBe(200);
    expect(json.value.length).toBeLessThanOrEqual(size);
    for (const item of json.value) {
      if (item["@removed"]) this.known.delete(item.id);
      else this.known.set(item.id, { ...this.known.get(item.id), ...item });
    }
    this.#link = json["@odata.nextLink"] ?? json["@odata.deltaLink"];
    return json["@odata.deltaLink"] !== undefined;
  }
}

function happens(client: GraphClient, change: Step, count: number): void {
  const { mailbox } = client;
  const now = instant(noon + count * 1000);
  if (change.do === "arrive") {
    fillMailbox(mailbox, 1, now, change.place, () => ({ internetMessageId: `<${count}@mail.example>` }));
    return;
  }
  const all = [...mailbox.all()];
  const message = change.do === "page" ? undefined : all[change.pick % Math.max(1, all.length)];
  if (!message) return;
  if (change.do === "remove") mailbox.remove(message.id);
  else if (change.do === "move") mailbox.change(message.id, { folder: change.place }, now);
  else if (change.do === "read") mailbox.change(message.id, { isRead: !message.isRead }, now, false);
  else mailbox.change(message.id, { categories: [`c${count}`] }, now);
}

test("whatever happens between pages, and in whatever disorder they come, a client ends with what the folder holds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 1000 }), async (steps, seed) => {
      const client = await graphClient({ seed });
      const followers = new Map(places.map((folder) => [folder, new Follower(folder)]));
      for (const [count, change] of steps.entries()) {
        if (change.do === "page") await followers.get(change.place)!.page(client, change.size);
        else happens(client, change, count);
      }
      for (const [folder, follower] of followers) {
        // A round may have begun before the last change: the one after it brings that.
        for (let rounds = 0; rounds < 2;) if (await follower.page(client, 5)) rounds += 1;
        const held = [...client.mailbox.membersOf(folder)].map(({ id, isRead, categories }) => ({
          id,
          isRead,
          categories,
        }));
        const kept = [...follower.known.values()].map(({ id, isRead, categories }) => ({ id, isRead, categories }));
        const byId = (a: { id: unknown }, b: { id: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
        expect(kept.sort(byId)).toEqual(held.sort(byId));
      }
    }),
    { numRuns: 150 },
  );
});

test("the same seed takes the same liberties", async () => {
  const pages = async () => {
    const client = await graphClient({ seed: 7 });
    fillMailbox(client.mailbox, 40, noon);
    const sizes: number[] = [];
    for (let link = "/me/mailFolders/inbox/messages/delta?$select=subject"; link !== "";) {
      const { json } = await client.ask(link);
      sizes.push(json.value.length);
      link = json["@odata.nextLink"] ?? "";
    }
    return sizes;
  };
  expect(await pages()).toEqual(await pages());
});
