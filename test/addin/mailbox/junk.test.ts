/** What lies in Junk and may be a customer's is a person's to decide. */
import { expect, test } from "@jest/globals";
import { settled } from "../../support/ports.ts";
import { looked } from "../../support/looked.ts";

const name = "<one@mail.example>";

async function withJunk() {
  const w = await looked(({ mailbox }) => {
    mailbox.put("a", { folder: "junkemail" });
  });
  const shown = () => w.addin.state().junk.map(({ internetMessageId }) => internetMessageId);
  const look = async () => {
    await w.addin.refresh();
    await settled();
  };
  return { ...w, shown, look };
}

test("it is listed with its sender and its day, and is not on the clock", async () => {
  const w = await withJunk();
  expect(w.addin.state().junk).toMatchObject([
    { internetMessageId: name, itemId: "a", mailbox: "", subject: "Dog licence", customer: { name: "Ada Okafor" } },
  ]);
  expect(w.addin.state().queue?.later).toEqual([]);
});

test("what a person says needs a reply is on the clock where it lies, and listed no more", async () => {
  const w = await withJunk();
  await w.addin.includeOffered(name);
  expect(w.shown()).toEqual([]);
  await w.look();
  expect(w.shown()).toEqual([]);
  expect(w.addin.state().queue?.later[0]?.rows).toMatchObject([{ internetMessageId: name }]);
});

test("what a person says is no customer's is listed no more, on no computer, and nothing of it is reported", async () => {
  const w = await withJunk();
  await w.addin.excludeRows([name], "junk");
  expect(w.shown()).toEqual([]);
  expect(w.mailbox.get("a")?.decisions).toMatchObject([{ kind: "excluded", reason: "junk", by: "person" }]);
  w.mailbox.put("b", { folder: "junkemail", internetMessageId: "<two@mail.example>" });
  await w.look();
  expect(w.shown()).toEqual(["<two@mail.example>"]);
  expect(w.service.facts).toEqual([]);
});

test("what is moved to the Inbox is on the clock from its receipt, and listed no more", async () => {
  const w = await withJunk();
  w.mailbox.move("a", "inbox");
  await w.look();
  expect(w.shown()).toEqual([]);
  expect(w.addin.state().queue?.later[0]?.rows).toMatchObject([{ internetMessageId: name }]);
});
