import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { MailItem, MailRow } from "../../src/sandbox/api.ts";
import { running, type TestSandbox } from "./running.ts";
import { at } from "../support/time.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await running({ at: at("Tue 2026-11-24 10:00"), graphSeed: null });
}, 30_000);
afterAll(() => sandbox.stop());

const planning = "mailbox=shared-planning&";
const rowsOf = async (folder: string, more = "", person = "employee") =>
  (await sandbox.api(`messages?folder=${folder}&${more}`, { person })).json as readonly MailRow[];
const customer = { name: "Ada Okafor", address: "ada@mail.example" };
const letter = (to: string, subject: string) =>
  ({ what: "arrives", from: customer, to: [to], subject, text: "How high?" }) as const;

async function graph(place: string, scopes: string, person = "employee") {
  const authorization = `Bearer ${await sandbox.token(scopes, person)}`;
  const url = place.startsWith("http") ? place : `${sandbox.sandbox.origins.graph}/v1.0${place}`;
  return sandbox.ask(url, { headers: { authorization, prefer: 'IdType="ImmutableId", odata.maxpagesize=200' } });
}

test("mail to a shared mailbox is listed to its members, who answer it from its address", async () => {
  const [row] = (await sandbox.behind(letter("planning@sprucegrove.example", "Shared fence"))).json as MailRow[];
  expect((await rowsOf("inbox")).map(({ id }) => id)).not.toContain(row!.id);
  expect((await rowsOf("inbox", planning))[0]!.id).toBe(row!.id);
  const state = (await sandbox.api("state")).json;
  expect(state.sharedMailboxes.map(({ id }: { id: string }) => id)).toEqual(["shared-planning", "shared-info"]);
  const asked = { method: "POST", body: { composeType: "reply", original: row!.id } };
  const draft = (await sandbox.api(`drafts?${planning}`, asked)).json as MailItem;
  expect(draft.from?.address).toBe("planning@sprucegrove.example");
  const sent = (await sandbox.send(draft.id)).json as MailItem;
  expect((await rowsOf("sentitems")).map(({ id }) => id)).toContain(sent.id);
  expect(await rowsOf("sentitems", planning)).toEqual([]);
});

test("who does not work in a shared mailbox does not see it", async () => {
  expect(await rowsOf("inbox", planning, "administrator")).toEqual([]);
  const { status } = await sandbox.behind(letter("a@mail.example", "x"), "administrator", planning);
  expect(status).toBe(404);
});

test("a person's own folder is made, listed, filled and kept apart", async () => {
  const folder = (await sandbox.api("folders", { method: "POST", body: { label: "Fences" } })).json as { name: string };
  const [row] = (await sandbox.behind(letter("jordan.tremblay-reid@sprucegrove.example", "Own fence")))
    .json as MailRow[];
  const id = encodeURIComponent(row!.id);
  const move = (name: string) => sandbox.api(`messages/${id}/move`, { method: "POST", body: { folder: name } });
  expect((await move(folder.name)).json.folder).toBe(folder.name);
  expect((await rowsOf(folder.name)).map(({ subject }) => subject)).toEqual(["Own fence"]);
  expect((await move("own-none")).status).toBe(404);
  const shown = (await sandbox.api("state")).json.folders.find((one: { name: string }) => one.name === folder.name);
  expect(shown).toMatchObject({ own: { label: "Fences" }, total: 1, unread: 1 });
  expect((await sandbox.api(`messages/${id}?forGood=1`, { method: "DELETE" })).status).toBe(204);
  expect(await rowsOf(folder.name)).toEqual([]);
});

test("what happens behind the add-in's back is told by Graph's delta over https", async () => {
  const first = (await graph("/me/mailFolders/junkemail/messages/delta?$select=subject", "Mail.Read")).json;
  const [row] = (await sandbox.behind(letter("jordan.tremblay-reid@sprucegrove.example", "A prize"))).json as MailRow[];
  await sandbox.behind({ what: "movedToJunk", message: row!.id });
  const next = (await graph(first["@odata.deltaLink"], "Mail.Read")).json;
  expect(next.value.map(({ subject }: { subject: string }) => subject)).toEqual(["A prize"]);
});

test.each([
  ["an unknown deed", { what: "vanishes", message: "x" }],
  ["mail to nobody", { what: "arrives", from: customer, to: [], subject: "x", text: "" }],
])("%s is 400 with a sentence", async (_what, deed) => {
  const { status, json } = await sandbox.behind(deed as never);
  expect([status, json.code]).toEqual([400, "unreadableRequest"]);
});

test("faults of Graph are set over the page's API, told to every page, and leave the service alone", async () => {
  const { json } = await sandbox.faults({ graph: "unavailable", graphLagMs: 20 });
  expect(json).toEqual({ service: "running", graph: "unavailable", graphLagMs: 20 });
  expect((await graph("/me", "User.Read")).status).toBe(503);
  expect((await sandbox.api("state")).json.faults).toEqual(json);
  await sandbox.faults({ graph: "none", graphLagMs: 0, graphPlan: [{ at: 2, kind: "throttled" }] });
  expect([(await graph("/me", "User.Read")).status, (await graph("/me", "User.Read")).status]).toEqual([200, 429]);
  await sandbox.faults({ graphPlan: [{ at: 1, kind: "lostAnswers" }] });
  await expect(graph("/me", "User.Read")).rejects.toThrow(/hang up|socket/);
  expect((await graph("/me", "User.Read")).status).toBe(200);
});

test.each([
  {},
  { graph: "broken" },
  { graphRate: 2 },
  { graphPlan: [{ kind: "gone" }] },
  { graphPlan: [{ at: 1, every: 1, kind: "gone" }] },
])("a request for faults that makes no sense is refused: %j", async (change) => {
  expect((await sandbox.faults(change as never)).status).toBe(400);
});

test("of five requests at once over https the mailbox takes four", async () => {
  await sandbox.faults({ graph: "slow", graphDelayMs: 400 });
  const requests = ["1", "2", "3", "4", "5"].map(() => graph("/me/messages?$select=subject", "Mail.Read"));
  const statuses = (await Promise.all(requests)).map(({ status }) => status);
  expect(statuses.sort((a, b) => a - b)).toEqual([200, 200, 200, 200, 429]);
  await sandbox.faults({ graph: "none" });
});

test("after a restart old links are 410, and the person's folders are still there", async () => {
  const other = await running({ graphSeed: null });
  await other.api("folders", { method: "POST", body: { label: "Kept" } });
  const askOf = async (one: TestSandbox, url: string) => {
    const authorization = `Bearer ${await one.token("Mail.Read")}`;
    return one.ask(url.replace(/^https:\/\/[^/]+/, one.sandbox.origins.graph), { headers: { authorization } });
  };
  const first = (await askOf(other, `${other.sandbox.origins.graph}/v1.0/me/mailFolders/drafts/messages/delta`)).json;
  await other.sandbox.stop();
  const again = await running({ graphSeed: null }, other.folder);
  const { status, headers } = await askOf(again, first["@odata.deltaLink"] as string);
  expect([status, headers["location"]]).toEqual([410, expect.stringContaining("$deltatoken=")]);
  expect((await again.api("state")).json.folders.at(-1)).toMatchObject({ own: { label: "Kept" } });
  await again.sandbox.stop();
}, 30_000);

test("stopping the sandbox does not wait for a request that hangs", async () => {
  const other = await running();
  await other.faults({ graph: "timeouts", graphDelayMs: 60_000 });
  const hanging = expect(other.ask(`${other.sandbox.origins.graph}/v1.0/me`)).rejects.toThrow(/hang up|ECONNRESET/);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const started = performance.now();
  await other.stop();
  expect(performance.now() - started).toBeLessThan(5_000);
  await hanging;
}, 30_000);

test("a message is found wherever it lies, by either form of its id, by those alone who may read it", async () => {
  const [row] = (await sandbox.behind(letter("info@sprucegrove.example", "Found anywhere"))).json as MailRow[];
  const { id } = row!;
  const place = { shared: "shared-info", id, folder: "inbox" };
  expect((await sandbox.api(`places/${id}`)).json).toEqual(place);
  const authorization = `Bearer ${await sandbox.token("Mail.Read.Shared")}`;
  const shared = `${sandbox.sandbox.origins.graph}/v1.0/users/info@sprucegrove.example/messages`;
  const listed = (await sandbox.ask(`${shared}?$select=subject`, { headers: { authorization } })).json;
  const movable = listed.value.find(({ subject }: MailRow) => subject === "Found anywhere").id as string;
  expect(movable).not.toBe(id);
  expect((await sandbox.api(`places/${encodeURIComponent(movable)}`)).json).toEqual(place);
  expect((await sandbox.api(`places/${id}`, { person: "supervisor" })).json).toBeNull();
  expect((await sandbox.api("places/AAMkNowhere")).json).toBeNull();
});
