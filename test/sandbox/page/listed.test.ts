import { expect, test } from "@jest/globals";
import type { FolderState, SandboxPerson } from "../../../src/sandbox/api.ts";
import {
  colleagueIn,
  deedsFor,
  destinations,
  listedCategories,
  listedFolders,
} from "../../../src/sandbox/page/mail/listed.ts";

const counts = { unread: 0, total: 0 };
const wellKnown = ["inbox", "sentitems", "drafts", "archive", "deleteditems", "junkemail"] as const;
const own = { name: "own-0a", label: "Permits" } as const;
const folders: readonly FolderState[] = [
  ...wellKnown.map((name) => ({ name, own: null, ...counts })),
  { name: own.name, own, ...counts },
];
const planning = {
  ...{ id: "shared-planning", name: "Planning", address: "planning@city.example" },
  members: ["employee", "colleague"],
  folders: folders.slice(0, 2),
  masterCategories: [{ id: "1", displayName: "Reply overdue", color: "Preset0" }],
};
const person = { id: "employee" } as SandboxPerson;
const listing = (shared: string | null, members: readonly string[] = planning.members) => ({
  shared,
  state: { folders, masterCategories: [], person, sharedMailboxes: [{ ...planning, members }] },
});

test("folders and categories are those of the mailbox whose folder is listed", () => {
  expect(listedFolders(listing(null))).toBe(folders);
  expect(listedFolders(listing(planning.id))).toBe(planning.folders);
  expect(listedCategories(listing(null))).toEqual([]);
  expect(listedCategories(listing(planning.id))).toBe(planning.masterCategories);
});

test("a message can be moved to the Inbox, the Archive and own folders, but not to where it lies", () => {
  const names = (from: FolderState["name"]) => destinations(folders, from).map(({ name }) => name);
  expect(names("inbox")).toEqual(["archive", "own-0a"]);
  expect(names("own-0a")).toEqual(["inbox", "archive"]);
});

test("only a sent message can fail to be delivered, and only a received one be answered", () => {
  expect(deedsFor({ folder: "inbox", isDraft: false }, null)).toEqual(["answeredFromPhone", "subjectEdited"]);
  expect(deedsFor({ folder: "sentitems", isDraft: false }, null)).toEqual(["deliveryFailed", "subjectEdited"]);
  expect(deedsFor({ folder: "drafts", isDraft: true }, null)).toEqual([]);
});

test("a colleague answers where somebody else works in the mailbox", () => {
  expect(colleagueIn(listing(planning.id))).toBe("colleague");
  expect(deedsFor({ folder: "inbox", isDraft: false }, "colleague")).toContain("answeredByColleague");
  expect(colleagueIn(listing(planning.id, ["employee"]))).toBeNull();
  expect(colleagueIn(listing(null))).toBeNull();
});
