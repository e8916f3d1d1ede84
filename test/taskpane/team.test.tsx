import "../support/dom.ts";
import { describe, expect, test } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import type { TeamAnswer } from "../../src/addin/addin.ts";
import type { TeamStatistics } from "../../src/domain/timeliness/statistics.ts";
import { at } from "../support/time.ts";
import { fewInquiries, sampleStatistics } from "../support/views.ts";
import { show } from "./show.tsx";

async function showTeam(statistics: TeamStatistics = sampleStatistics) {
  return openTeam({ ok: true, statistics });
}

async function openTeam(team: TeamAnswer) {
  const shown = show("supervisor", { team });
  await shown.person.click(screen.getByRole("tab", { name: "Team" }));
  await screen.findByRole("heading", { level: 1 });
  return shown;
}

const title = () => screen.getByRole("heading", { level: 1 }).textContent.replaceAll("\u00a0", " ");

test("an employee without a role sees no team", () => {
  const { addin } = show("dueTomorrow");
  expect(screen.queryByRole("tab")).toBeNull();
  expect(addin.asked).toEqual([]);
});

test("a supervisor switches to a sentence with its n, and what it covers", async () => {
  await showTeam();
  expect(title()).toBe("93 % of replies kept the promise");
  expect(screen.getByText("118 of 127 due")).toBeTruthy();
  const coverage = "5 of 7 mailboxes looked at; 1 stopped watching; planning@… not looked at since Thursday";
  expect(screen.getByRole("button", { name: coverage })).toBeTruthy();
  expect(screen.getByText(/^Due .* Nov 20, so far · As of /)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Sample data" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "up from 89\u00a0%" })).toBeTruthy();
});

describe("the figures rest on", () => {
  const covered = async (coverage: TeamStatistics["coverage"]) => showTeam({ ...sampleStatistics, coverage });
  const button = (name: string) => screen.getByRole("button", { name });

  test("every mailbox: then nothing is so far", async () => {
    await covered({ known: 7, seen: 7, stopped: 0, unseen: [] });
    expect(button("all 7 mailboxes looked at")).toBeTruthy();
    expect(screen.queryByText(/^Due .*so far/)).toBeNull();
  });

  test("messages opened alone where no mailbox is known, so far", async () => {
    await covered({ known: 0, seen: 0, stopped: 0, unseen: [] });
    expect(button("of messages opened")).toBeTruthy();
    expect(screen.getByText(/^Due .*so far/)).toBeTruthy();
  });

  test("some: those nobody looked at since the same day are named together, with the date when a week is past", async () => {
    const lookedThrough = at("Fri 2026-11-13 09:00");
    const unseen = [
      { name: "clerk@pinewood.example", lookedThrough: null },
      { name: "roads@pinewood.example", lookedThrough },
      { name: "parks@pinewood.example", lookedThrough },
    ];
    await covered({ known: 4, seen: 1, stopped: 0, unseen });
    expect(
      button(
        "1 of 4 mailboxes looked at; clerk@… not looked at yet; roads@…, parks@… not looked at since Friday, November 13",
      ),
    ).toBeTruthy();
  });
});

test("what needs help now is counted, with the oldest", async () => {
  await showTeam();
  for (const name of ["2 overdue", "5 due today", "19 open in all", "oldest 3 business days"])
    expect(screen.getByRole("button", { name })).toBeTruthy();
});

test("under five inquiries the numbers stand in place of a percentage, and no median is shown", async () => {
  await showTeam(fewInquiries);
  expect(title()).toBe("3 of 4 replies kept the promise");
  expect(screen.getByRole("button", { name: "E-mail 3 of 4" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Too few for a median: 3 replies" })).toBeTruthy();
  expect(screen.getByText("Nobody waits past the date.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Sample data" })).toBeNull();
});

describe("the sentence never rounds a miss away", () => {
  test("one missed of a thousand is 99 %", async () => {
    await showTeam({ ...sampleStatistics, compliance: { met: 999, due: 1000 } });
    expect(title()).toBe("99 % of replies kept the promise");
  });

  test("none missed is said in words", async () => {
    await showTeam({ ...sampleStatistics, compliance: { met: 41, due: 41 } });
    expect(title()).toBe("All 41 replies due kept the promise");
  });

  test("nothing due is not a hundred percent", async () => {
    await showTeam({ ...sampleStatistics, compliance: { met: 0, due: 0 } });
    expect(title()).toBe("Nothing was due in these weeks");
  });
});

test("a figure opens its definition, which names the day that counts", async () => {
  const { person } = await showTeam();
  await person.click(screen.getByRole("button", { name: /93/ }));
  expect(await screen.findByText(/of all whose due date fell in the period; unanswered ones count too/)).toBeTruthy();
});

test("the median is told in words with its n", async () => {
  await showTeam();
  expect(screen.getByRole("button", { name: "Median 5 h 10 min" })).toBeTruthy();
  expect(screen.getByText("of 121 replies, in business time, in the whole weeks Oct 19 to Nov 15")).toBeTruthy();
});

test("a median that would tell of persons is not shown, and the pane says why", async () => {
  await showTeam({ ...sampleStatistics, replyTimes: { ...sampleStatistics.replyTimes, medianMinutes: null } });
  expect(screen.getByRole("button", { name: "Median not shown: it would tell of persons" })).toBeTruthy();
});

test("the weeks can be read as a table; a week without due dates has no share", async () => {
  const { person } = await showTeam();
  await person.click(screen.getByRole("button", { name: "Show as a table" }));
  const rows = within(screen.getByRole("table")).getAllByRole("row").slice(1);
  expect(rows.length).toBe(9);
  expect(rows[6]?.textContent).toBe("Mon, Nov 9–");
  expect(rows[8]?.textContent).toBe("Mon, Nov 23 (so far)3 of 4");
});

const changedInWords = "was 97\u00a0% (29 of 30) on Nov\u00a09, now 94\u00a0% (29 of 31)";

test("a week whose share changed since it was stated says so below the chart, and no other week does", async () => {
  await showTeam();
  const weeks = screen.getAllByText(/^Week of .*: was /).map(({ textContent }) => textContent);
  expect(weeks).toHaveLength(2);
  expect(weeks[1]).toBe(`Week of Nov 2: ${changedInWords}`);
});

test("a week of which a recalculation moved due dates says how many and when, and no other week does", async () => {
  await showTeam();
  const weeks = screen.getAllByText(/moved on/).map(({ textContent }) => textContent);
  expect(weeks).toEqual(["Week of Nov 2: 3 due dates moved on Nov\u00a017 by a recalculation"]);
});

test("in the table the change stands in the week's own cell", async () => {
  const { person } = await showTeam();
  await person.click(screen.getByRole("button", { name: "Show as a table" }));
  expect(screen.queryByText(/^Week of .*: was /)).toBeNull();
  const row = screen.getByRole("rowheader", { name: "Mon, Nov 2" }).closest("tr");
  const moved = "3 due dates moved on Nov\u00a017 by a recalculation";
  expect(row?.textContent).toBe(`Mon, Nov 294\u00a0%W${changedInWords.slice(1)}${moved}`);
});

test("a change of few inquiries is told in numbers, one that was never stated not at all", async () => {
  const week = sampleStatistics.weeks[8]!;
  const was = { statedAt: at("Mon 2026-11-30 16:31"), was: { met: 0, due: 0 } };
  await showTeam({
    ...sampleStatistics,
    weeks: [
      { ...week, ...was },
      { ...week, statedAt: null, was: null, moved: [] },
    ],
  });
  const [only, ...others] = screen.getAllByText(/^Week of .*: was /);
  expect(only?.textContent).toBe("Week of Nov 23: was 0 of 0 on Nov\u00a030, now 3 of 4");
  expect(others).toEqual([]);
});

test("another department asks the service again", async () => {
  const { addin, person } = await showTeam();
  await person.selectOptions(screen.getByRole("combobox", { name: "Department" }), "Roads");
  expect(addin.asked).toEqual(["team null", "team roads"]);
});

test.each([
  ["forbidden", "Team figures are for supervisors. Ask your administrator if you should see them."],
  ["offline", "The service does not answer now. The figures come back with it."],
  ["signInNeeded", "Sign in to see your team’s figures."],
  ["throttled", "The figures could not be read. Try again; if it stays so, tell your administrator."],
] as const)("%s is one plain sentence", async (why, sentence) => {
  await openTeam({ ok: false, why });
  expect(title()).toBe(sentence);
});

test("offline, one click tries again", async () => {
  const { addin, person } = await openTeam({ ok: false, why: "offline" });
  await person.click(screen.getByRole("button", { name: "Try again" }));
  expect(addin.asked).toEqual(["team null", "team null"]);
});

test("why so many are off the clock is one step away: the most frequent reason first, in words", async () => {
  const { person } = await showTeam();
  await person.click(screen.getByRole("button", { name: "Why off the clock?" }));
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining([
      "120 – newsletter or mass mail",
      "61 – automatic reply",
      "29 – just a thank-you",
      "4 – its mailbox was closed",
      "3 in all after their due dates",
    ]),
  );
});
