/** The response times by channel, those of departments that differ, and the rule in one sentence. */
import { businessDays } from "../../domain/wording/numbers.ts";
import { escaped, type Html } from "../escaped.ts";
import type { DepartmentStandard, PublishedStandard, StandardChannel } from "./standard.ts";
import { type Words, words } from "./words.ts";

/** The clause that all channels share stands once, below them. */
export function timesPart(standard: PublishedStandard): Html {
  const said = words[standard.language];
  const clauses = new Set(standard.channels.map(({ clause }) => clause));
  const shared = clauses.size === 1 ? (standard.channels[0]?.clause ?? null) : null;
  return escaped`<section id="times">
<h2>${said.times}</h2>
<table class="times">
<thead><tr><th scope="col">${said.channel}</th><th scope="col">${said.within}</th></tr></thead>
<tbody>
${standard.channels.map((channel) => channelRow(channel, channel.clause === shared, standard))}</tbody>
</table>
${sourceLine(shared, false, said)}${departmentsPart(standard)}</section>
`;
}

export function rulePart({ rule, language }: PublishedStandard): Html {
  const said = words[language];
  return escaped`<section id="rule">
<h2>${said.rule}</h2>
<p>${rule.sentence}</p>
${rule.example === null ? null : escaped`<p>${rule.example}</p>\n`}${sourceLine(rule.clause, rule.cityToConfirm, said)}</section>
`;
}

function channelRow(
  { name, responseDays, clause, cityToConfirm }: StandardChannel,
  isShared: boolean,
  { language }: PublishedStandard,
): Html {
  const said = words[language];
  const time =
    responseDays === null
      ? escaped`<td class="measured">${said.measured}</td>`
      : escaped`<td>${businessDays(responseDays, language)}</td>`;
  return escaped`<tr><th scope="row">${name}${sourceLine(isShared ? null : clause, cityToConfirm, said)}</th>
${time}</tr>
`;
}

function departmentsPart(standard: PublishedStandard): Html | null {
  if (standard.departments.length === 0) return null;
  return escaped`<h3>${words[standard.language].departments}</h3>
<dl class="departments">
${standard.departments.map((one) => departmentItem(one, standard))}</dl>
`;
}

function departmentItem(department: DepartmentStandard, { channels, language }: PublishedStandard): Html {
  const said = words[language];
  const times = channels.flatMap(({ id, name }) => {
    const days = department.responseDays[id];
    return days === undefined ? [] : [said.item(name, businessDays(days, language))];
  });
  const lines = [
    ...times,
    ...(department.hours === null ? [] : [said.departmentHours(department.hours)]),
    ...(department.authority === null ? [] : [said.authority(department.authority)]),
  ];
  return escaped`<dt>${department.name}</dt>
${lines.map((line) => escaped`<dd>${line}</dd>\n`)}`;
}

function sourceLine(clause: string | null, toConfirm: boolean, said: Words): Html | null {
  const parts = [...(clause === null ? [] : [said.clause(clause)]), ...(toConfirm ? [said.toConfirm] : [])];
  return parts.length === 0 ? null : escaped`<small>${parts.join(" · ")}</small>`;
}
