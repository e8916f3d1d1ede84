import { expect, test } from "@jest/globals";
import { parseSettings } from "../../src/contract/settings.ts";
import { mailAccess } from "../../src/graph/mailAccess.ts";

test.each([
  [[], null, null],
  [["User.Read"], null, null],
  [["Mail.ReadBasic"], "basics", null],
  [["Mail.Read"], "all", null],
  [["Mail.ReadBasic", "Mail.ReadWrite"], "write", null],
  [["https://graph.microsoft.com/mail.read"], "all", null],
  [["Mail.Read", "Mail.ReadBasic.Shared"], "all", "basics"],
  [["Mail.Read", "Mail.ReadWrite.Shared"], "all", "write"],
  [["Mail.Read.Shared"], null, "all"],
  [["Mail.ReadWrite", "Mail.Read.Shared"], "write", "all"],
  [["Mail.Send", "Mail.ReadX"], null, null],
])("%j reach %s of the own mailbox and %s of shared ones", (scopes, own, shared) => {
  expect(mailAccess(scopes)).toMatchObject({ own, shared });
});

test("a site that says nothing has categories and flags written in people's own mailboxes, and asks no shared one", () => {
  const settings = parseSettings({ addinId: "x" });
  expect(settings.ok && mailAccess(settings.value.graphScopes)).toEqual({
    own: "write",
    shared: null,
    categories: false,
  });
});

test("a list of categories is read with MailboxSettings alone", () => {
  expect(mailAccess(["Mail.ReadWrite"]).categories).toBe(false);
  expect(mailAccess(["Mail.ReadWrite", "MailboxSettings.Read"]).categories).toBe(true);
});
