/** What is different on the days ahead: a period of high volume that runs, closures, and how far dates are confirmed. */
import type { ExceptionalDay } from "../../domain/calendar/exceptionalDays.ts";
import { dayInWords } from "../../domain/wording/dates.ts";
import { businessDays } from "../../domain/wording/numbers.ts";
import { hoursInWords } from "../../domain/wording/officeHours.ts";
import { escaped, type Html } from "../escaped.ts";
import type { PublishedStandard, StandardPeriod } from "./standard.ts";
import { words } from "./words.ts";

/** AP-1077-23 §5.2: said first, while it holds. */
export function noticePart(standard: PublishedStandard): Html | null {
  const { highVolume, language } = standard;
  if (highVolume.length === 0) return null;
  return escaped`<section class="notice" aria-labelledby="notice">
<h2 id="notice">${words[language].highVolume}</h2>
${highVolume.map((period) => periodPart(standard, period))}</section>
`;
}

function periodPart({ channels, language, today }: PublishedStandard, period: StandardPeriod): Html {
  const said = words[language];
  const longer = channels.flatMap(({ id, name, responseDays }) => {
    const days = period.responseDays[id];
    return days === undefined ? [] : [said.item(name, said.insteadOf(businessDays(days, language), responseDays))];
  });
  return escaped`<p>${period.reason}</p>
<p>${said.period(dayInWords(period.from, language, today), dayInWords(period.to, language, today))}</p>
<ul>
${longer.map((line) => escaped`<li>${line}</li>\n`)}</ul>
<p><small>${said.authority(period.authority)}</small></p>
`;
}

export function closuresPart({ closures, confirmedThrough, language, today }: PublishedStandard): Html {
  const said = words[language];
  return escaped`<section id="closures">
<h2>${said.closures}</h2>
${
  closures.length === 0
    ? escaped`<p>${said.noClosures}</p>\n`
    : escaped`<ul class="closures">
${closures.map((one) => closureItem(one, language, today))}</ul>
`
}<p class="source">${
    confirmedThrough === null
      ? said.noneConfirmed
      : said.confirmedThrough(dayInWords(confirmedThrough, language, today))
  }</p>
</section>
`;
}

function closureItem(
  { day, name, hours, provisional }: ExceptionalDay,
  language: PublishedStandard["language"],
  today: PublishedStandard["today"],
): Html {
  const said = words[language];
  const what = [
    ...(name === null ? [] : [name]),
    ...(hours.length > 0 ? [said.openAt(hoursInWords(hours, language))] : name === null ? [said.closed] : []),
    ...(provisional ? [said.provisional] : []),
  ];
  return escaped`<li><time datetime="${day}">${dayInWords(day, language, today)}</time> <span>${what.join(", ")}</span></li>
`;
}
