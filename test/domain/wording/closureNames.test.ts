import { expect, test } from "@jest/globals";
import { proposeClosures } from "../../../src/domain/calendar/holidays.ts";
import { closureInWords } from "../../../src/domain/wording/closureNames.ts";

test("every closure that is ever proposed has a French name", () => {
  const all = [2027, 2028, 2029].flatMap((year) =>
    proposeClosures(year, { easterMonday: true, christmasClosure: true, remembranceMoves: true }),
  );
  const untranslated = all.filter(({ name }) => closureInWords(name, "fr") === name);
  expect(untranslated).toEqual([]);
  expect(closureInWords("Boxing Day (observed)", "fr")).toBe("Lendemain de Noël (reporté)");
});

test("a city's own name for a closure stays as it wrote it", () => {
  expect(closureInWords("Storm day", "fr")).toBe("Storm day");
  expect(closureInWords("Boxing Day (observed)", "en")).toBe("Boxing Day (observed)");
});
