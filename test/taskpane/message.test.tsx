import "../support/dom.ts";
import { describe, expect, test } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import type { SampleState } from "../support/views.ts";
import { show, update } from "./show.tsx";

const sentences: readonly (readonly [SampleState, string, string | null])[] = [
  ["dueTomorrow", "Reply due tomorrow", "Tuesday, November 24, by 4:30 p.m."],
  ["onTrack", "Reply due Thursday", "Thursday, November 26, by 4:30 p.m."],
  ["farOff", "Reply due in 5 business days", "Monday, November 30, by 4:30 p.m."],
  ["dueToday", "Reply due today", "Tuesday, November 24, by 4:30 p.m."],
  ["overdue", "Overdue by 1 business day", "It was due Tuesday, November 24, by 4:30 p.m."],
  ["overdueSameDay", "Overdue since 4:30 p.m.", "It was due Tuesday, November 24, by 4:30 p.m."],
  ["noDate", "Reply expected, with no set date", null],
  ["acknowledged", "Acknowledged; answer due tomorrow", "Tuesday, November 24, by 4:30 p.m."],
  ["promised", "Answer promised for Friday", "Friday, November 27"],
  ["promiseMissed", "The promised day has passed", "Friday, November 20"],
  ["repliedInTime", "Replied in time", "Monday, November 23, 10:42 a.m."],
  ["repliedLate", "Replied, 1 business day late", "Wednesday, November 25, 10:42 a.m."],
  ["answeredByTeam", "Answered by your team, 10:42 a.m.", "Replied in time"],
  ["answeredByTeamLate", "Answered by your team", "Wednesday, November 25, 10:42 a.m."],
  ["offTheClock", "No reply expected: automatic reply", null],
  ["excluded", "No reply expected: the same message, sent twice", null],
  ["probablyThanks", "Probably only thanks", null],
  ["probablyOff", "Probably no reply expected: newsletter or mass mail", null],
  ["senderNever", "No reply expected: this sender never needs one", null],
  ["beforeCounting", "From before the city began to count", null],
];

describe("the sentence of each state comes first", () => {
  test.each(sentences)("%s reads “%s”", (state, sentence, date) => {
    show(state);
    expect(screen.getByRole("heading", { level: 1 }).textContent.replaceAll("\u00a0", " ")).toBe(sentence);
    if (date !== null) expect(screen.getByText(date)).toBeTruthy();
  });
});

test("what is left is told in business days, and on the due day in hours", () => {
  const { addin } = show("dueTomorrow");
  expect(screen.getByText("1 business day left")).toBeTruthy();
  update(addin, "dueToday");
  expect(screen.getByText("2 h 10 min left today")).toBeTruthy();
});

test("a colleague’s reply that came late stays late, and nobody is named", () => {
  show("answeredByTeamLate");
  expect(screen.getByText("Replied, 1 business day late")).toBeTruthy();
});

test("the pane follows the open message, also to none", () => {
  const { addin } = show("dueTomorrow");
  update(addin, "nothing");
  expect(screen.getByText("Open a message to see when its reply is due.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Reply with acknowledgement" })).toBeNull();
});

test("“Why this date?” names every day, counted or skipped, then the rule, the clause and the policy", async () => {
  const { person } = show("overWeekend");
  const why = screen.getByRole("button", { name: "Why this date?" });
  expect(why.getAttribute("aria-expanded")).toBe("false");
  await person.click(why);
  expect(why.getAttribute("aria-expanded")).toBe("true");
  const lines = within(screen.getByRole("list")).getAllByRole("listitem");
  expect(lines.map((line) => line.textContent.replaceAll("\u00a0", " "))).toEqual([
    "Fri, Nov 20, 5:05 p.m. – received",
    "Fri, Nov 20 – arrived after closing",
    "Sat, Nov 21 – weekend",
    "Sun, Nov 22 – weekend",
    "Mon, Nov 23 – day zero: counts as received",
    "1Tue, Nov 24 – business day 1 of 2",
    "2Wed, Nov 25 – business day 2 of 2",
    "Wed, Nov 25, 4:30 p.m. – reply due",
  ]);
  expect(screen.getByText(/due by closing time on the second business day after/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Standard: §5.1(a)" }).getAttribute("href")).toBe(
    "https://pinewood.example/reply-standard",
  );
  expect(screen.getByText("City of Pinewood reply standard, version 2026-11")).toBeTruthy();
  expect(screen.getByText("Time zone data 2026f")).toBeTruthy();
});

test("off the clock says why, by which rule, and takes “This needs a reply”", async () => {
  const { addin, person } = show("offTheClock");
  await person.click(screen.getByRole("button", { name: "Why?" }));
  expect(screen.getByText("The message says itself that a machine sent it.")).toBeTruthy();
  expect(screen.getByText("Rule: auto-submitted")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "This needs a reply" }));
  expect(addin.asked).toEqual(["include"]);
});

test("where a rule is not sure, both answers are one click away", async () => {
  const { addin, person } = show("probablyThanks");
  await person.click(screen.getByRole("button", { name: "Only thanks" }));
  await person.click(screen.getByRole("button", { name: "This needs a reply" }));
  expect(addin.asked).toEqual(["confirmOff", "include"]);
});

test("where a rule is sure, there is nothing to confirm", () => {
  show("offTheClock");
  expect(screen.queryByRole("button", { name: "No reply needed" })).toBeNull();
});

test("a rule that says more than its reason explains itself", async () => {
  const { addin, person } = show("senderNever");
  await person.click(screen.getByRole("button", { name: "Why?" }));
  expect(
    screen.getByText("Somebody said at this computer that mail from this sender never needs a reply."),
  ).toBeTruthy();
  update(addin, "beforeCounting");
  expect(screen.getByText("It came before the day on which the city began to count, so nothing is due.")).toBeTruthy();
});

test("“never needs a reply” names the sender, and a machine’s whole domain second", async () => {
  const { addin, person } = show("machineSender");
  await person.click(screen.getByRole("button", { name: "No reply needed" }));
  const items = screen.getAllByRole("menuitem").map((item) => item.textContent);
  expect(items.slice(-2)).toEqual([
    "no-reply@courier.example never needs a reply",
    "Mail from courier.example never needs a reply",
  ]);
  await person.click(screen.getByRole("menuitem", { name: "Mail from courier.example never needs a reply" }));
  expect(addin.asked).toEqual(["neverNeedsReply *@courier.example"]);
});

test("“No reply needed” offers the policy’s reasons, of the closed list, then the sender", async () => {
  const { addin, person } = show("dueTomorrow");
  await person.click(screen.getByRole("button", { name: "No reply needed" }));
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual([
    "Just a thank-you",
    "The same message, sent twice",
    "We were only copied",
    "Nobody to answer",
    "Goes through a formal process",
    "ada@letters.example never needs a reply",
  ]);
  await person.click(screen.getByRole("menuitem", { name: "The same message, sent twice" }));
  expect(addin.asked).toEqual(["exclude duplicate"]);
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
});

test("a step that can be taken back says so, with one button", async () => {
  const { addin, person } = show("excluded");
  expect(screen.getByRole("status").textContent).toBe("Marked: no reply needed.");
  await person.click(screen.getByRole("button", { name: "Undo" }));
  expect(addin.asked).toEqual(["undo"]);
});

test("the primary button replies with the best template and the first day that may be promised", async () => {
  const { addin, person } = show("dueTomorrow");
  await person.click(screen.getByRole("button", { name: "Reply with acknowledgement" }));
  expect(addin.asked).toEqual(["replyWith receipt 2026-11-24"]);
});

test("another template and another promised day can be chosen", async () => {
  const { addin, person } = show("dueTomorrow");
  await person.selectOptions(screen.getByRole("combobox", { name: "Promise an answer by" }), "2026-11-26");
  await person.click(screen.getByRole("button", { name: "Choose a template" }));
  await person.click(screen.getByRole("menuitem", { name: /Who will answer, and by when/ }));
  expect(addin.asked).toEqual(["replyWith handover 2026-11-26"]);
});

test("where Outlook opens no reply, the text is there to copy", async () => {
  const { person } = show("dueTomorrow", { refuses: "replyWith" });
  await person.click(screen.getByRole("button", { name: "Reply with acknowledgement" }));
  expect(screen.getByRole("status").textContent).toBe("Outlook cannot do this here. Try Outlook on the web.");
  const text = screen.getByRole("textbox", { name: "Text to copy" });
  expect((text as HTMLTextAreaElement).value).toContain("answer you by Tuesday, November 24.");
});

test("one reply answers all that wait in the conversation, and the pane says so", () => {
  show("twoWait");
  expect(screen.getByText("2 messages wait; this reply answers both.")).toBeTruthy();
});

test("the channel can be changed to any of the policy’s, and shows which one it is", async () => {
  const { addin, person } = show("dueTomorrow");
  await person.click(screen.getByRole("button", { name: "Change the channel, now E-mail" }));
  expect(screen.getByRole("menuitemradio", { name: "E-mail" }).getAttribute("aria-checked")).toBe("true");
  await person.click(screen.getByRole("menuitemradio", { name: "Letter" }));
  expect(addin.asked).toEqual(["setChannel letter"]);
});

test("a sender who cannot be written to is answered another way, and no reply is offered", () => {
  show("cannotWriteBack");
  expect(screen.getByRole("button", { name: "Answered another way" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Reply with acknowledgement" })).toBeNull();
});

describe("answered another way", () => {
  test("is recorded with the way and the time in the city’s zone, now unless changed", async () => {
    const { addin, person } = show("dueTomorrow");
    await person.click(screen.getByRole("button", { name: "Answered another way" }));
    expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "How" }));
    await person.selectOptions(screen.getByRole("combobox", { name: "How" }), "In person");
    await person.click(screen.getByRole("button", { name: "Record the answer" }));
    // 09:30 in Alberta is 15:30 UTC.
    expect(addin.asked).toEqual(["answeredAnotherWay inPerson 2026-11-23T15:30:00.000Z"]);
  });

  test("may not lie before the message came", async () => {
    const { addin, person } = show("dueTomorrow");
    await person.click(screen.getByRole("button", { name: "Answered another way" }));
    await enter(person, "Day", "2026-11-20");
    await enter(person, "Time", "10:11");
    await person.click(screen.getByRole("button", { name: "Record the answer" }));
    expect(screen.getByText("The message came on Fri, Nov 20, 10:12 a.m.; choose a later time.")).toBeTruthy();
    expect(addin.asked).toEqual([]);
  });

  test("may not lie in the future", async () => {
    const { addin, person } = show("dueTomorrow");
    await person.click(screen.getByRole("button", { name: "Answered another way" }));
    await enter(person, "Time", "09:31");
    await person.click(screen.getByRole("button", { name: "Record the answer" }));
    expect(screen.getByText("That is still to come. Choose a time that has passed.")).toBeTruthy();
    expect(addin.asked).toEqual([]);
  });

  test("gives the focus back when cancelled, and there is never more than one loud button", async () => {
    const { person } = show("dueTomorrow");
    await person.click(screen.getByRole("button", { name: "Answered another way" }));
    await person.click(screen.getByRole("button", { name: "Cancel" }));
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Answered another way" }));
  });
});

describe("the day a letter arrived", () => {
  test("is corrected in place, and the focus comes back", async () => {
    const { addin, person } = show("onTrack");
    await correctDay(person);
    const field = screen.getByLabelText("Day it arrived");
    expect(document.activeElement).toBe(field);
    expect((field as HTMLInputElement).value).toBe("2026-11-19");
    await enter(person, "Day it arrived", "2026-11-17");
    await person.click(screen.getByRole("button", { name: "Save the day" }));
    expect(addin.asked).toEqual(["setReceivedDay 2026-11-17"]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "More" }));
  });

  test("may not lie in the future, nor more than 60 days back", async () => {
    const { addin, person } = show("onTrack");
    await correctDay(person);
    await enter(person, "Day it arrived", "2026-11-24");
    await person.click(screen.getByRole("button", { name: "Save the day" }));
    expect(screen.getByText("That day is still to come. Choose today or an earlier day.")).toBeTruthy();
    await enter(person, "Day it arrived", "2026-09-23");
    await person.click(screen.getByRole("button", { name: "Save the day" }));
    expect(screen.getByText("Choose a day within the last 60 days.")).toBeTruthy();
    expect(addin.asked).toEqual([]);
  });

  test("once corrected is shown as a day, with a way back", () => {
    show("letterCorrected");
    expect(screen.getByText(/^Arrived Wed,\sNov\s18 \(corrected\)$/)).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("The day of arrival is changed, and the date with it.");
    expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
  });

  test("is not asked of an e-mail", async () => {
    const { person } = show("dueTomorrow");
    await person.click(screen.getByRole("button", { name: "More" }));
    expect(screen.queryByRole("menuitem", { name: "Correct the day of arrival" })).toBeNull();
  });
});

describe("the menu of what is seldom needed", () => {
  test("takes “I’m on it” and a compliment, closes, and gives the focus back", async () => {
    const { addin, person } = show("dueTomorrow");
    for (const name of ["I’m on it", "Mark as a compliment"]) {
      await person.click(screen.getByRole("button", { name: "More" }));
      await person.click(screen.getByRole("menuitemcheckbox", { name }));
      expect(screen.queryByRole("menu")).toBeNull();
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "More" }));
    }
    expect(addin.asked).toEqual(["setClaimed true", "setCompliment true"]);
  });

  test("shows whose the message is and hands it over to another of the policy’s departments", async () => {
    const { addin, person } = show("dueTomorrow");
    await person.click(screen.getByRole("button", { name: "More" }));
    const group = within(screen.getByRole("group", { name: "Hand over to" }));
    const items = group.getAllByRole("menuitemradio");
    expect(items.map((item) => [item.textContent, item.getAttribute("aria-checked")])).toEqual([
      ["Planning", "true"],
      ["Roads", "false"],
    ]);
    await person.click(group.getByRole("menuitemradio", { name: "Roads" }));
    expect(addin.asked).toEqual(["handOver roads"]);
  });

  test("what was noted is checked in it, stands as a quiet line, and is turned off there", async () => {
    const { addin, person } = show("claimedCompliment");
    expect(screen.getByText("Somebody here is on it, through tomorrow.")).toBeTruthy();
    expect(screen.getByText("A compliment.")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("Noted: you are on it.");
    for (const name of ["I’m on it", "Mark as a compliment"]) {
      await person.click(screen.getByRole("button", { name: "More" }));
      const item = screen.getByRole("menuitemcheckbox", { name });
      expect(item.getAttribute("aria-checked")).toBe("true");
      await person.click(item);
    }
    expect(addin.asked).toEqual(["setClaimed false", "setCompliment false"]);
  });

  test.each(["repliedInTime", "excluded"] as const)("of a message that is %s nobody need be on it", async (state) => {
    const { person } = show(state);
    await person.click(screen.getByRole("button", { name: "More" }));
    expect(screen.getAllByRole("menuitemcheckbox").map((item) => item.textContent)).toEqual(["Mark as a compliment"]);
    expect(screen.queryByRole("menuitemradio")).toBeNull();
  });
});

describe("a notice whose text alone names the customer", () => {
  test("leads to a new message to them, and says why", async () => {
    const { addin, person } = show("notice");
    expect(screen.getByText(/^Opens a new message to ada@letters\.example\./)).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Write to the customer" }));
    expect(addin.asked).toEqual(["replyWith receipt 2026-11-24"]);
  });

  test("gives the text to copy, and the address, where Outlook opens no message", async () => {
    const { person } = show("notice", { refuses: "replyWith" });
    await person.click(screen.getByRole("button", { name: "Write to the customer" }));
    const text = screen.getByRole("textbox", { name: "Text to copy" });
    expect((text as HTMLTextAreaElement).value).toContain("Dear Ms. Okafor,");
    expect(screen.getByText(/Copy this text into one to ada@letters\.example\./)).toBeTruthy();
  });
});

test("each loss is one plain sentence that says what to do; sign-in is one click", async () => {
  const { addin, person } = show("notices");
  expect(screen.getByText("3 notes wait on this computer and are sent when the service answers.")).toBeTruthy();
  expect(screen.getByText("Could not read this message’s headers. The clock runs, to be safe.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Sign in" }));
  expect(addin.asked).toEqual(["signIn"]);
});

test("the foot says how fresh it is, and looks again when asked", async () => {
  const { addin, person } = show("dueTomorrow");
  expect(screen.getByText("Looked 2 min ago")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Look again" }));
  expect(addin.asked).toEqual(["refresh"]);
});

async function enter(person: ReturnType<typeof show>["person"], label: string, value: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await person.clear(field);
  await person.type(field, value);
}

async function correctDay(person: ReturnType<typeof show>["person"]): Promise<void> {
  await person.click(screen.getByRole("button", { name: "More" }));
  await person.click(screen.getByRole("menuitem", { name: "Correct the day of arrival" }));
}
