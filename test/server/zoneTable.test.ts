import { expect, test } from "@jest/globals";
import type { ZoneTable } from "../../src/domain/policy/policy.ts";
import { tzdataVersion, zoneTable } from "../../src/server/zoneTable.ts";

function table(zone: string, fromYear?: number, toYear?: number): ZoneTable {
  const found = zoneTable(zone, fromYear, toYear);
  if (!found.ok) throw new Error(found.problems[0]?.message);
  return found.value;
}

test("Alberta stays at UTC−6 after 2026-03-08: no change follows, whatever the machine believes", () => {
  expect(table("America/Edmonton", 2022, 2033)).toEqual({
    zone: "America/Edmonton",
    tzdata: tzdataVersion(),
    base: -420,
    transitions: [
      [1647162000, -360],
      [1667721600, -420],
      [1678611600, -360],
      [1699171200, -420],
      [1710061200, -360],
      [1730620800, -420],
      [1741510800, -360],
      [1762070400, -420],
      [1772960400, -360],
    ],
  });
});

test("Auckland's changes of 2026 to 2028 are the tz database's", () => {
  expect(table("Pacific/Auckland", 2026, 2028)).toMatchObject({
    base: 780,
    transitions: [
      [1775311200, 720],
      [1790431200, 780],
      [1806760800, 720],
      [1821880800, 780],
      [1838210400, 720],
      [1853330400, 780],
    ],
  });
});

test("the version is named, and is at least the one that knows Alberta's Official Time Act", () => {
  expect(tzdataVersion()).toMatch(/^20\d\d[a-z]$/);
  expect(tzdataVersion() >= "2026c").toBe(true);
});

test("a zone without changes has none, and an alias is as good as its zone", () => {
  expect(table("Asia/Kolkata")).toMatchObject({ base: 330, transitions: [] });
  expect(table("Canada/Mountain")).toEqual({ ...table("America/Edmonton"), zone: "Canada/Mountain" });
});

test("offsets that are no whole hours are kept: Lord Howe changes its clocks by half an hour", () => {
  expect(table("Australia/Lord_Howe", 2026, 2026)).toMatchObject({
    base: 660,
    transitions: [
      [Date.UTC(2026, 3, 4, 15, 0) / 1000, 630],
      [Date.UTC(2026, 9, 3, 15, 30) / 1000, 660],
    ],
  });
});

test("old changes come to the second: London left its mean time, 75 s behind Greenwich, in 1847", () => {
  expect(table("Europe/London", 1840, 1850)).toMatchObject({ base: -1.25, transitions: [[-3852662325, 0]] });
});

test("an unknown zone is answered with a sentence that says what to do, not with an exception", () => {
  const unknown = zoneTable("America/Sprucegrove");
  const misspelt = zoneTable("america/edmonton");
  expect(unknown.ok || unknown.problems[0]?.message).toContain("use an IANA name such as America/Edmonton");
  expect(misspelt.ok || misspelt.problems[0]?.message).toContain("write America/Edmonton");
});
