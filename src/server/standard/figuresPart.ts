/** The figures of past months as a table; the bar only helps the eye. */
import { percentOf } from "../../domain/timeliness/percent.ts";
import type { LocalDay } from "../../domain/time.ts";
import { type Language, monthDay, monthInWords } from "../../domain/wording/dates.ts";
import { escaped, type Html } from "../escaped.ts";
import type { PublishedFigures, PublishedMonth } from "./figures.ts";
import { words } from "./words.ts";

/** @param figures null where the policy does not publish them */
export function figuresPart(figures: PublishedFigures | null, language: Language): Html | null {
  if (figures === null) return null;
  const said = words[language];
  return escaped`<section id="figures">
<h2>${said.figures}</h2>
${figures.sampleData ? escaped`<p><strong>${said.invented}</strong></p>\n` : null}${
    figures.months === null
      ? escaped`<p>${said.noFigures}</p>\n`
      : monthsTable(figures.months, figures.minimum, language)
  }</section>
`;
}

/** The latest month first. */
function monthsTable(months: readonly PublishedMonth[], minimum: number, language: Language): Html {
  const said = words[language];
  const isSoFar = months.some(({ seen, known }) => seen < known);
  return escaped`<p>${said.figuresExplained}</p>
<table class="figures">
<thead><tr><th scope="col">${said.month}</th><th scope="col">${said.share}</th><th scope="col">${said.count}</th></tr></thead>
<tbody>
${months.toReversed().map((month) => monthRow(month, minimum, language))}</tbody>
</table>
${months.some(({ was }) => was !== null) ? escaped`<p class="source">${said.wasExplained}</p>\n` : null}${
    isSoFar ? escaped`<p class="source">${said.soFarExplained}</p>\n` : null
  }`;
}

function monthRow({ month, met, due, was, known, seen }: PublishedMonth, minimum: number, language: Language): Html {
  const said = words[language];
  const soFar = seen < known ? escaped` <small>${said.soFar}</small>` : null;
  const name = escaped`<th scope="row">${monthInWords(`${month}-01` as LocalDay, language)}${soFar}</th>`;
  if (met === null || due === null) return escaped`<tr>${name}<td></td><td>${said.tooFew(minimum)}</td></tr>\n`;
  const percent = percentOf({ met, due });
  const changed = was === null ? null : escaped`<small class="was">${said.was(...wasInWords(was, language))}</small>`;
  return escaped`<tr>${name}<td><span class="percent">${percent}\u00a0%</span>${bar(percent)}${changed}</td><td>${said.ofAll(met, due)}</td></tr>
`;
}

function wasInWords(
  was: NonNullable<PublishedMonth["was"]>,
  language: Language,
): readonly [percent: number, count: string, day: string] {
  return [
    percentOf(was),
    words[language].ofAll(was.met, was.due),
    monthDay(was.on, language).replaceAll(" ", "\u00a0"),
  ];
}

function bar(percent: number): Html {
  return escaped`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="whole" width="100" height="8"/><rect class="part" width="${percent}" height="8"/></svg>`;
}
