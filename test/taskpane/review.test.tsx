import "../support/dom.ts";
import { expect, test } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import { show } from "./show.tsx";

const plain = (element: Element) => element.textContent.replaceAll("\u00a0", " ");

async function review() {
  const shown = show("review");
  await shown.person.click(screen.getByRole("button", { name: "Off the clock this week: 3" }));
  return shown;
}

test("the foot leads to the review only where there is something to review", () => {
  show("dueTomorrow");
  expect(screen.queryByRole("button", { name: /Off the clock/ })).toBeNull();
});

test("the review says how many were put off the clock in seven days, and the focus is on that sentence", async () => {
  await review();
  const sentence = screen.getByRole("heading", { level: 1 });
  expect(sentence.textContent).toBe("3 messages were put off the clock this week.");
  expect(document.activeElement).toBe(sentence);
});

test("probable ones come first, each with sender, day, reason and rule", async () => {
  await review();
  const lists = screen.getAllByRole("list").map((list) => within(list).getAllByRole("listitem").map(plain));
  expect(screen.getAllByRole("heading", { level: 2 }).map(plain)).toEqual([
    "Probable: please look",
    "Certain",
    "Never need a reply",
  ]);
  expect(lists).toEqual([
    [
      "Re: Dog licence questionada@letters.example · Thu, Nov 19thanks at the end of a conversation (closing-thanks)This needs a reply",
    ],
    [
      "Your parcel is on its wayno-reply@courier.example · Mon, Nov 23this sender never needs one (sender-never)This needs a reply",
      "(no subject)Tue, Nov 17automatic reply (auto-submitted)This needs a reply",
    ],
    [
      "Everybody at courier.examplesince Mon, Nov 16 · 1 this weekRemove",
      "sales@paperworks.examplesince Fri, Nov 20 · 0 this weekRemove",
    ],
  ]);
});

test("a row opens its message, and one click says that it needs a reply", async () => {
  const { addin, person } = await review();
  await person.click(screen.getByRole("button", { name: "Re: Dog licence question" }));
  await person.click(screen.getByRole("button", { name: "This needs a reply: Re: Dog licence question" }));
  expect(addin.asked).toEqual(["openMessage item-thanks", "needsReply <thanks@letters.example>"]);
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
});

test("a sender is taken off the list with one click", async () => {
  const { addin, person } = await review();
  await person.click(screen.getByRole("button", { name: "Remove *@courier.example" }));
  expect(addin.asked).toEqual(["removeNeverSender *@courier.example"]);
});

test("the city’s part of the list is there to copy: machines and whole domains, no person’s address", async () => {
  const { person } = await review();
  await person.click(screen.getByRole("button", { name: "Copy for the city’s list" }));
  const field = screen.getByRole("textbox", { name: "For the city’s policy" });
  expect(JSON.parse((field as HTMLTextAreaElement).value)).toEqual({ machines: { senders: ["*@courier.example"] } });
});

test("back is the message, and the focus where it was", async () => {
  const { person } = await review();
  await person.click(screen.getByRole("button", { name: "Back" }));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Reply due tomorrow");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Off the clock this week: 3" }));
});
