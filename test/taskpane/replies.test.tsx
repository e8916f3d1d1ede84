import "../support/dom.ts";
import { describe, expect, test } from "@jest/globals";
import { act, screen, within } from "@testing-library/react";
import { sampleAddin, type SampleState } from "../support/views.ts";
import { show, update } from "./show.tsx";

const plain = (element: Element) => element.textContent.replaceAll("\u00a0", " ");
const rowOf = (subject: string) => screen.getByText(subject).closest("li")!;
const target = (subject: string) => within(rowOf(subject)).getAllByRole("button")[0]!;

async function replies(state: SampleState, language: "en" | "fr" = "en") {
  const shown = show(state, { language });
  const sentence = await screen.findByRole("heading", { level: 1 });
  return { ...shown, sentence };
}

test("with no message open, My replies leads with what needs the reader", async () => {
  const { sentence } = await replies("replies");
  expect(sentence.textContent).toBe("One reply is overdue, two more are due today.");
  expect(screen.getByText("One promised answer is due.")).toBeTruthy();
});

test("sections stand in the order in which they need somebody, named as people name days, each with its count", async () => {
  await replies("replies");
  expect(screen.getAllByRole("heading", { level: 2 }).map(plain)).toEqual([
    "Overdue1",
    "Today2",
    "Tomorrow2",
    "Thursday1",
    "Monday, November 301",
    "No date1",
    "Promised3",
  ]);
});

test("a row says its subject, where it stands in words, and who waits", async () => {
  await replies("replies");
  const rows = [
    "Snow removal on Main StreetOverdue by 1 business day · Luc Tremblay ",
    "Building permit for a garden shed behind the garageDue by 4:30 p.m. · mei@letters.example · 2 messages Planning",
    "Pool hoursAcknowledged; due by 4:30 p.m. · Ada Okafor ",
    "Idea for the parkReceived Fri, Nov 20 · Ada Okafor info",
    "Tax instalmentsAnswer promised for Friday · Ada Okafor ",
    "Noise at nightThe promised day has passed · Ada Okafor ",
    "Tree trimmingReplied; no day was promised · Luc Tremblay ",
  ];
  const shown = screen.getAllByRole("listitem").map((row) => plain(within(row).getAllByRole("button")[0]!));
  expect(shown).toEqual(expect.arrayContaining(rows));
});

test("where nothing waits it says so and shows no section", async () => {
  const { sentence } = await replies("repliesEmpty");
  expect(sentence.textContent).toBe("Nothing waits for you.");
  expect(screen.queryByRole("heading", { level: 2 })).toBeNull();
  expect(screen.queryByRole("listitem")).toBeNull();
});

test.each([
  ["repliesUnread", "Your mailbox has not been looked through yet."],
  ["repliesStopped", "Nothing was waiting at the last look."],
  ["repliesUnseen", "Nothing was waiting at the last look."],
] as const)("what was not seen is not called empty: %s", async (state, words) => {
  expect((await replies(state)).sentence.textContent).toBe(words);
});

describe("a first look that takes long", () => {
  test("says calmly that it goes on, and how far it has come", async () => {
    const { addin, sentence } = await replies("firstLook");
    expect(sentence.textContent).toBe("Your mailbox is being looked through for the first time.");
    expect(screen.getByText("Looking through your mailbox: 12,400 messages read so far")).toBeTruthy();
    act(() => addin.show({ looking: { read: 48_210, sorted: 300 } }));
    expect(screen.getByText("Looking through your mailbox: 300 of 48,210 messages sorted")).toBeTruthy();
    act(() => addin.show({ looking: null, lookedAt: addin.state().now }));
    expect(sentence.textContent).toBe("Nothing waits for you.");
    expect(screen.getByText("Looked just now")).toBeTruthy();
  });

  test("shows what it found so far, and that more may come", async () => {
    const { sentence } = await replies("firstLookRows");
    expect(sentence.textContent).toBe("One reply needs you today.");
    expect(screen.getByText("More may come: your mailbox is still being looked through.")).toBeTruthy();
  });

  test("is said once to who listens, however its counts grow", async () => {
    const { addin, container } = await replies("firstLook");
    const heard = [...container.querySelectorAll("[aria-live]")].find(({ textContent }) => textContent !== "")!;
    const words = "Looking through your mailbox. This may take a few minutes; you can go on working.";
    const changes: unknown[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(heard, { childList: true, characterData: true, subtree: true });
    act(() => addin.show({ looking: { read: 13_000, sorted: null } }));
    act(() => addin.show({ looking: { read: 13_000, sorted: 100 } }));
    expect([heard.textContent, heard.contains(screen.getByText(/messages sorted/)), observer.takeRecords()]).toEqual([
      words,
      false,
      [],
    ]);
    expect(changes).toEqual([]);
  });

  test("is French too", async () => {
    await replies("firstLook", "fr");
    expect(plain(screen.getByText(/lus jusqu’ici/))).toBe(
      "Votre boîte est parcourue : 12\u202f400 messages lus jusqu’ici",
    );
  });
});

describe("navigation", () => {
  /** The tabs among these, of as many as there are. */
  const expectTabs = (...names: readonly string[]) => {
    expect(screen.getAllByRole("tab")).toHaveLength(names.length);
    for (const name of names) expect(screen.getByRole("tab", { name })).toBeTruthy();
  };
  const chosen = () => screen.getByRole("tab", { selected: true }).textContent;

  test("where the open message alone is known there is none", () => {
    show("dueTomorrow");
    expect(screen.queryByRole("tab")).toBeNull();
  });

  test("everybody gets to their replies, people with a role to their team too", () => {
    show("repliesBeside");
    expectTabs("This message", "My replies");
    expect(chosen()).toBe("This message");
  });

  test("people with a role have all three", () => {
    show("everyView");
    expectTabs("This message", "My replies", "Team");
  });

  test("when the message is closed, My replies shows; when one is opened, the message does", async () => {
    const { addin } = show("repliesBeside");
    update(addin, "replies");
    expect(chosen()).toBe("My replies");
    await screen.findByRole("heading", { level: 1 });
    update(addin, "repliesBeside");
    expect(chosen()).toBe("This message");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Reply due tomorrow");
  });

  test("a choice holds while the same item lies open, and no longer", async () => {
    const { addin, person } = show("repliesBeside");
    await person.click(screen.getByRole("tab", { name: "My replies" }));
    act(() => addin.show({ busy: true }));
    expect(chosen()).toBe("My replies");
    const other = sampleAddin("repliesBeside").state().view;
    act(() => addin.show({ view: { ...other, internetMessageId: "<two@letters.example>" } as typeof other }));
    expect(chosen()).toBe("This message");
  });

  test("whoever looks at the team stays there", async () => {
    const { addin, person } = show("everyView");
    await person.click(screen.getByRole("tab", { name: "Team" }));
    act(() => addin.show({ view: { kind: "nothing" } }));
    expect(chosen()).toBe("Team");
    await screen.findByRole("heading", { level: 1 });
  });
});

describe("a row", () => {
  test("opens its message", async () => {
    const { addin, person } = await replies("replies");
    await person.click(target("Pool hours"));
    expect(addin.asked).toEqual(["openRow item-Pool hours"]);
  });

  test("whose message lies open already shows it", async () => {
    const { addin, person } = show("repliesBeside");
    const { view } = addin.state();
    act(() =>
      addin.show({ view: { ...view, internetMessageId: "<pool-hours@letters.example>" } as unknown as typeof view }),
    );
    await person.click(screen.getByRole("tab", { name: "My replies" }));
    await screen.findByText("Pool hours");
    await person.click(target("Pool hours"));
    expect(addin.asked).toEqual([]);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Reply due tomorrow");
  });

  test("has a menu by keyboard, to begin an acknowledgement or to say why none is needed", async () => {
    const { addin, person } = await replies("replies");
    const buttons = within(rowOf("Dog licence question")).getAllByRole("button");
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, 0]);
    act(() => screen.getByRole("button", { name: "More for Dog licence question" }).focus());
    await person.keyboard("{Enter}");
    expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual([
      "Start an acknowledgement",
      "Just a thank-you",
      "The same message, sent twice",
      "We were only copied",
      "Nobody to answer",
      "Goes through a formal process",
    ]);
    await person.click(screen.getByRole("menuitem", { name: "Start an acknowledgement" }));
    expect(addin.asked).toEqual(["acknowledgeRow <dog-licence-question@letters.example>"]);
  });

  test("that needs no reply goes, and the next one has the focus", async () => {
    const { addin, person } = await replies("replies");
    await person.click(screen.getByRole("button", { name: "More for Snow removal on Main Street" }));
    await person.click(screen.getByRole("menuitem", { name: "Just a thank-you" }));
    expect(addin.asked).toEqual(["excludeRows <snow-removal-on-main-street@letters.example> thanks"]);
    expect(screen.queryByText("Snow removal on Main Street")).toBeNull();
    expect(document.activeElement).toBe(target("Building permit for a garden shed behind the garage"));
  });

  test("that goes by itself hands its focus to the next; the last one to the sentence", async () => {
    const { addin, sentence } = await replies("deleted");
    act(() => target("Dog licence question").focus());
    await act(() => addin.excludeRows(["<dog-licence-question@letters.example>"], "thanks"));
    expect(document.activeElement).toBe(target("Street light out"));
    await act(() => addin.excludeRows(["<street-light-out@letters.example>"], "thanks"));
    expect(document.activeElement).toBe(sentence);
  });
});

describe("a message deleted without a reply", () => {
  test("asks why, once and in place", async () => {
    const { addin, person } = await replies("deleted");
    const row = rowOf("Dog licence question");
    expect(within(row).getByText("You deleted this without a reply. Why?")).toBeTruthy();
    await person.click(within(row).getByRole("button", { name: "Choose a reason" }));
    await person.click(screen.getByRole("menuitem", { name: "Just a thank-you" }));
    expect(addin.asked).toEqual(["excludeRows <dog-licence-question@letters.example> thanks"]);
  });

  test("may still need one: then it asks no more, and the row has the focus", async () => {
    const { addin, person } = await replies("deleted");
    await person.click(screen.getByRole("button", { name: "It still needs a reply" }));
    expect(addin.asked).toEqual(["keepDeleted <dog-licence-question@letters.example>"]);
    expect(screen.queryByText(/You deleted this/)).toBeNull();
    expect(document.activeElement).toBe(target("Dog licence question"));
  });
});

test("what Outlook notes and nobody saw is a quiet line that leads to the message", async () => {
  const { addin, person } = await replies("deleted");
  expect(screen.getByText("Outlook notes a reply on Friday, November 20; none was seen in Sent Items.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Answered: open Street light out to say how" }));
  expect(addin.asked).toEqual(["openRow item-Street light out"]);
});

test("a long section shows its first fifty, then all, and the focus is on the first new one", async () => {
  const { person } = await replies("repliesLong");
  expect(screen.getAllByRole("listitem")).toHaveLength(50);
  await person.click(screen.getByRole("button", { name: "Show all 312" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(312);
  const first = within(screen.getAllByRole("listitem")[50]!).getAllByRole("button")[0]!;
  expect(document.activeElement).toBe(first);
}, 20_000);

describe("the first day", () => {
  const offer = "2 from the last 10 business days may still wait. Look?";

  test("offers older mail once, never as overdue", async () => {
    const { sentence } = await replies("firstDay");
    expect(sentence.textContent).toBe("Nothing waits for you.");
    expect(screen.getByText(offer)).toBeTruthy();
    expect(screen.queryByText("Renting the hall")).toBeNull();
  });

  test("shows it when asked: each opens, or is put on the clock", async () => {
    const { addin, person } = await replies("firstDay");
    await person.click(
      within(screen.getByRole("complementary", { name: offer })).getByRole("button", { name: "Look" }),
    );
    expect(screen.getAllByRole("listitem").map(plain)).toEqual([
      "Renting the hallLuc Tremblay · Received Thu, Nov 12This needs a reply",
      "(no subject)mei@letters.example · Received Tue, Nov 10This needs a reply",
    ]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Renting the hall" }));
    await person.click(screen.getByRole("button", { name: "Renting the hall" }));
    await person.click(screen.getByRole("button", { name: "This needs a reply: Renting the hall" }));
    expect(addin.asked).toEqual(["openRow item-hall", "includeOffered <hall@letters.example>"]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "(no subject)" }));
  });

  test("“Not now” ends the offer, and the sentence has the focus", async () => {
    const { addin, person, sentence } = await replies("firstDay");
    await person.click(screen.getByRole("button", { name: "Not now" }));
    expect(addin.asked).toEqual(["closeOlder"]);
    expect(screen.queryByText(offer)).toBeNull();
    expect(document.activeElement).toBe(sentence);
  });
});

describe("what may be a customer's in Junk", () => {
  const sentence = "2 in Junk may be customers.";
  const card = () => within(screen.getByRole("complementary", { name: /in Junk may be/ }));

  test("is listed when asked: each opens, is put on the clock, or is said to be no customer's", async () => {
    const { addin, person } = await replies("firstDay");
    expect(card().getByText(sentence)).toBeTruthy();
    await person.click(card().getByRole("button", { name: "Look" }));
    expect(card().getAllByRole("listitem").map(plain)).toEqual([
      "A tree leans over the sidewalkmei@letters.example · Received Fri, Nov 20This needs a replyNot a customer’s",
      "Deck permitLuc Tremblay · Received Thu, Nov 19 · PlanningThis needs a replyNot a customer’s",
    ]);
    expect(document.activeElement).toBe(card().getByRole("button", { name: "A tree leans over the sidewalk" }));
    await person.keyboard("{Enter}");
    await person.click(card().getByRole("button", { name: "Not a customer’s: A tree leans over the sidewalk" }));
    expect(document.activeElement).toBe(card().getByRole("button", { name: "Deck permit" }));
    await person.click(card().getByRole("button", { name: "This needs a reply: Deck permit" }));
    expect(addin.asked).toEqual([
      "openRow item-tree",
      "excludeRows <tree@letters.example> junk",
      "includeOffered <deck@letters.example>",
    ]);
    expect(screen.queryByText(/in Junk/)).toBeNull();
  });

  test("folds up again, and the button that shows it has the focus", async () => {
    const { person } = await replies("firstDay");
    await person.click(card().getByRole("button", { name: "Look" }));
    await person.click(card().getByRole("button", { name: "Close this list" }));
    expect(card().getByText(sentence)).toBeTruthy();
    expect(document.activeElement).toBe(card().getByRole("button", { name: "Look" }));
  });

  test("takes one of the city's own reasons where junk is none of them", async () => {
    const { addin, person } = await replies("firstDay");
    act(() => addin.show({ policy: { ...addin.state().policy!, reasons: ["thanks"] } }));
    await person.click(card().getByRole("button", { name: "Look" }));
    await person.click(card().getAllByRole("button", { name: "No reply needed" })[0]!);
    await person.click(await screen.findByRole("menuitem", { name: "Just a thank-you" }));
    expect(addin.asked).toEqual(["excludeRows <tree@letters.example> thanks"]);
  });
});

describe("settings", () => {
  const switches = () => screen.queryAllByRole("switch").map((each) => [each.getAttribute("aria-label"), each]);
  const names = async (state: SampleState) => {
    const { person } = await replies(state);
    await person.click(screen.getByRole("button", { name: "Settings" }));
    return screen
      .getAllByRole<HTMLInputElement>("switch")
      .map(({ checked, labels }) => [labels?.[0]?.textContent, checked]);
  };

  test("where marks can be set, flags can be asked for and are off at first", async () => {
    expect(await names("flagging")).toEqual([
      ["Watching my mailbox", true],
      ["Follow-up flags", false],
    ]);
  });

  test("where the mailbox can only be read there is no switch for flags", async () => {
    expect(await names("repliesEmpty")).toEqual([["Watching my mailbox", true]]);
  });

  test("stopped, it says what is missing, and can begin again", async () => {
    const { addin, person } = await replies("repliesStopped");
    expect(screen.getByText("Your mailbox is not watched. What came since is not in this list.")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Settings" }));
    await person.click(screen.getByRole("switch", { name: /Watching my mailbox/ }));
    expect(addin.asked).toEqual(["setWatching true"]);
  });

  test("a site that gives no mailbox has no settings", async () => {
    const { addin } = await replies("replies");
    act(() => addin.show({ watching: "off" }));
    expect(screen.queryByRole("button", { name: "Settings" })).toBeNull();
    expect(switches()).toEqual([]);
  });

  test("switching flags on asks for them", async () => {
    const { addin, person } = await replies("flagging");
    await person.click(screen.getByRole("button", { name: "Settings" }));
    await person.click(screen.getByRole("switch", { name: /Follow-up flags/ }));
    expect(addin.asked).toEqual(["setFollowUp true"]);
  });
});

test("My replies is French too", async () => {
  const { sentence } = await replies("replies", "fr");
  expect(sentence.textContent).toBe("Une réponse est en retard, deux autres sont attendues aujourd’hui.");
  expect(screen.getByText("Une réponse promise est attendue.")).toBeTruthy();
  expect(screen.getAllByRole("heading", { level: 2 }).map(plain)).toEqual([
    "En retard1",
    "Aujourd’hui2",
    "Demain2",
    "Jeudi1",
    "Lundi 30 novembre1",
    "Sans date1",
    "Promises3",
  ]);
  expect(plain(target("Dog licence question"))).toBe("Dog licence questionAu plus tard à 16 h 30 · Ada Okafor ");
});
