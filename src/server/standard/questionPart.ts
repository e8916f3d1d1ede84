/** The form "I wrote on …, by when?", which works without scripts, and what is wrong with what was entered. */
import { escaped, type Html } from "../escaped.ts";
import type { Asked, FieldProblem } from "./question.ts";
import type { PublishedStandard } from "./standard.ts";
import { words } from "./words.ts";

interface Option {
  readonly id: string;
  readonly name: string;
}

/** @param given what was asked; @param problems what keeps it from being answered */
export function questionPart(
  standard: PublishedStandard,
  given: Asked | null,
  problems: readonly FieldProblem[],
): Html {
  const said = words[standard.language];
  const asked = given ?? { channel: "", department: "", day: standard.today, time: "" };
  const wrong = (field: keyof Asked): FieldProblem | null => problems.find((one) => one.field === field) ?? null;
  const departments = [{ id: "", name: said.anyDepartment }, ...standard.departments];
  return escaped`<form action="standard#answer" method="get" novalidate>
<input type="hidden" name="language" value="${standard.language}">
${select("channel", said.asked, standard.channels, asked.channel || standard.mailChannel, wrong("channel"))}${
    standard.departments.length === 0
      ? null
      : select("department", said.department, departments, asked.department, wrong("department"))
  }<div class="pair">
${input("day", "date", said.day, asked.day, wrong("day"))}${input("time", "time", said.time, asked.time, wrong("time"))}</div>
<p class="hint" id="hint">${said.hint}</p>
<button type="submit">${said.ask}</button>
</form>
`;
}

/** The list of what to change, each a link to its field. */
export function problemsPart({ language }: PublishedStandard, problems: readonly FieldProblem[]): Html | null {
  if (problems.length === 0) return null;
  return escaped`<div class="problems" id="answer" tabindex="-1">
<h3>${words[language].cannot}</h3>
<ul>
${problems.map(({ field, message }) => escaped`<li><a href="#${field}">${message}</a></li>\n`)}</ul>
</div>
`;
}

function select(
  name: keyof Asked,
  label: string,
  options: readonly Option[],
  chosen: string,
  problem: FieldProblem | null,
): Html {
  return field(
    name,
    label,
    problem,
    escaped`<select id="${name}" name="${name}"${state(name, problem)}>
${options.map(({ id, name }) => escaped`<option value="${id}"${id === chosen ? escaped` selected` : null}>${name}</option>\n`)}</select>`,
  );
}

function input(
  name: keyof Asked,
  type: "date" | "time",
  label: string,
  value: string,
  problem: FieldProblem | null,
): Html {
  return field(
    name,
    label,
    problem,
    escaped`<input id="${name}" name="${name}" type="${type}" value="${value}" required${state(name, problem, "hint")}>`,
  );
}

function field(name: keyof Asked, label: string, problem: FieldProblem | null, control: Html): Html {
  return escaped`<div class="field">
<label for="${name}">${label}</label>
${problem === null ? null : escaped`<p class="problem" id="${name}-problem">${problem.message}</p>\n`}${control}
</div>
`;
}

function state(name: keyof Asked, problem: FieldProblem | null, hint = ""): Html {
  const described = [problem === null ? "" : `${name}-problem`, hint].filter((id) => id !== "").join(" ");
  return escaped`${problem === null ? null : escaped` aria-invalid="true"`}${
    described === "" ? null : escaped` aria-describedby="${described}"`
  }`;
}
