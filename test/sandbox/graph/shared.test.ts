import { beforeEach, expect, test } from "@jest/globals";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { people } from "../../../src/sandbox/people.ts";
import { at } from "../../support/time.ts";
import { type GraphClient, graphClient, round } from "./client.ts";

const noon = at("Tue 2026-11-24 12:00");
const planning = "/users/planning@sprucegrove.example";
let client: GraphClient;
let ids: readonly string[];
beforeEach(async () => {
  client = await graphClient();
  ids = fillMailbox(client.shared, 5, noon);
});

test("a member reads, follows and changes a shared mailbox by its address or id", async () => {
  const { items } = await round(client, `${planning}/mailFolders/inbox/messages/delta`);
  expect(new Set(items.map(({ id }) => id as string))).toEqual(new Set(ids));
  const { json } = await client.ask(`${planning.toUpperCase().replace("USERS", "users")}/messages/${ids[0]!}`);
  expect(json.subject).toBe("Question 0");
  const changed = await client.ask(`${planning}/messages/${ids[0]!}`, { method: "PATCH", body: { categories: ["x"] } });
  expect(changed.json.categories).toEqual(["x"]);
  expect((await client.ask(`/users/a1000000-5a3e-4c1b-8d2f-6e7f80910201/mailFolders/inbox`)).json.totalItemCount).toBe(
    5,
  );
});

test("one's own scopes do not open a shared mailbox, nor shared ones one's own", async () => {
  const read = (place: string, scopes: string) => client.ask(place, { scopes });
  expect((await read(`${planning}/messages`, "Mail.ReadWrite")).status).toBe(403);
  expect((await read(`${planning}/messages`, "Mail.Read.Shared")).status).toBe(200);
  expect((await read("/me/messages", "Mail.ReadWrite.Shared")).status).toBe(403);
  const write = { method: "PATCH", body: { isRead: true } };
  expect((await client.ask(`${planning}/messages/${ids[0]!}`, { ...write, scopes: "Mail.Read.Shared" })).status).toBe(
    403,
  );
});

test("who is no member is refused, and nobody opens another person's mailbox", async () => {
  expect((await client.ask(`${planning}/messages`, { person: "administrator" })).json.error.code).toBe(
    "ErrorAccessDenied",
  );
  const colleague = people.find(({ id }) => id === "colleague")!;
  expect((await client.ask(`/users/${colleague.address}/messages`)).status).toBe(403);
  expect((await client.ask(`/users/${colleague.oid}`)).status).toBe(403);
});

test("a member reads the shared list of categories and cannot write it", async () => {
  const list = `${planning}/outlook/masterCategories`;
  expect((await client.ask(list)).json.value.length).toBeGreaterThan(0);
  expect((await client.ask(list, { method: "POST", body: { displayName: "Reply due" } })).status).toBe(403);
});

test("ids belong to one mailbox: those of a shared one are not found under /me", async () => {
  expect((await client.ask(`/me/messages/${ids[0]!}`)).status).toBe(404);
  const folder = (await client.ask(`${planning}/mailFolders/inbox`)).json.id as string;
  expect((await client.ask(`/me/mailFolders/${folder}`)).status).toBe(404);
});

test("oneself under /users is the same as /me", async () => {
  expect((await client.ask("/users/jordan.tremblay-reid@sprucegrove.example")).json.displayName).toBe(
    "Jordan Tremblay-Reid",
  );
});

test("limits count by mailbox: a busy shared one leaves room in one's own", async () => {
  await client.ask("/me/messages");
  const shared = [1, 2, 3, 4, 5].map(() => client.ask(`${planning}/messages`));
  const own = [1, 2, 3, 4].map(() => client.ask("/me/messages"));
  expect((await Promise.all(own)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await Promise.all(shared)).filter(({ status }) => status === 429)).toHaveLength(1);
});
