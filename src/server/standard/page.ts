/** The published standard as a page for everyone: no script, and nothing that is not in the policy. */
import type { Language } from "../../domain/wording/dates.ts";
import { answerPart } from "./answerPart.ts";
import { closuresPart, noticePart } from "./daysPart.ts";
import { escaped, type Html } from "../escaped.ts";
import { figuresPart } from "./figuresPart.ts";
import { problemsPart, questionPart } from "./questionPart.ts";
import type { PublishedStandard } from "./standard.ts";
import type { Shown } from "./shown.ts";
import { stylesheetTag } from "./stylesheet.ts";
import { rulePart, timesPart } from "./timesPart.ts";
import { words } from "./words.ts";

/** @returns the whole document. Its addresses are relative, so that a proxy may serve it below a path. */
export function page(shown: Shown): string {
  const { standard } = shown;
  const { language, city } = standard;
  const said = words[language];
  const other = otherLanguage(shown);
  const { text } = escaped`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titleOf(shown)}</title>
<meta name="description" content="${city}: ${lede(standard)}">
<link rel="stylesheet" href="standard.css?${new URLSearchParams({ v: stylesheetTag.slice(1, 11) }).toString()}">
<link rel="alternate" hreflang="${other.language}" href="${other.address}">
<link rel="alternate" type="application/json" href="standard.json?language=${language}">
</head>
<body>
<a class="skip" href="#content">${said.skip}</a>
<header><p>${city}</p><a href="${other.address}" lang="${other.language}" hreflang="${other.language}">${said.otherLanguage}</a></header>
<main id="content">
<h1>${said.title}</h1>
<p class="lede">${lede(standard)}</p>
${noticePart(standard)}<div class="columns">
<div>
${timesPart(standard)}${rulePart(standard)}</div>
<div>
${askPart(shown)}${commitmentPart(standard)}</div>
</div>
${closuresPart(standard)}${figuresPart(shown.figures, language)}</main>
<footer><p>${said.version(standard.policy.name, standard.policy.version)}</p><p><a href="standard.json?language=${language}">${said.asData}</a></p></footer>
</body>
</html>
`;
  return language === "fr" ? unbroken(text) : text;
}

/** French writes a space before a colon, inside quotation marks and in times of day; no line ends there. */
function unbroken(text: string): string {
  return text.replace(/ (?=[:»])|(?<=«) |(?<=\d) (?=h\b)|(?<=\d h) (?=\d)/g, "\u00a0");
}

/** The same page, question included, in the other language. */
function otherLanguage({ standard, asked }: Shown): { readonly language: Language; readonly address: string } {
  const language = standard.language === "en" ? "fr" : "en";
  return { language, address: `standard?${new URLSearchParams({ language, ...asked }).toString()}` };
}

/** The answer comes first: it is what a reader hears when the page has loaded. */
function titleOf({ standard, answer, problems }: Shown): string {
  const said = words[standard.language];
  const first = answer?.sentence ?? (problems.length > 0 ? said.cannot : null);
  return [...(first === null ? [] : [first]), said.title, standard.city].join(" – ");
}

function lede({ channels, language }: PublishedStandard): string {
  const said = words[language];
  return channels.some(({ responseDays }) => responseDays !== null) ? said.promise : said.measuredOnly;
}

function askPart({ standard, asked, answer, problems }: Shown): Html {
  return escaped`<section class="ask" aria-labelledby="question">
<h2 id="question">${words[standard.language].question}</h2>
${problemsPart(standard, problems)}${answer === null ? null : answerPart(standard, answer)}${questionPart(standard, asked, problems)}</section>
`;
}

function commitmentPart({ commitment, language }: PublishedStandard): Html | null {
  if (commitment === null) return null;
  const said = words[language];
  const source = commitment.clause === null ? null : escaped`<p><small>${said.clause(commitment.clause)}</small></p>\n`;
  return escaped`<section id="commitment">
<h2>${said.commitment}</h2>
<blockquote lang="${commitment.language}"><p>${commitment.text}</p></blockquote>
${source}</section>
`;
}
