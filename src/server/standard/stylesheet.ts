/** How the published standard looks: plain, in the reader's own light or dark, and on paper. */
import { etagOf } from "../etag.ts";

export const stylesheet = `
:root {
  color-scheme: light dark;
  --page: #ffffff;
  --card: #f7f8fa;
  --text: #1f1f1f;
  --quiet: #595959;
  --line: #d6d6d6;
  --edge: #616161;
  --brand: #0f5fae;
  --on-brand: #ffffff;
  --tint: #e8f1fb;
  --notice: #fff4e5;
  --notice-edge: #b35900;
  --problem: #b10e1c;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #1b1b1b;
    --card: #262626;
    --text: #f5f5f5;
    --quiet: #bdbdbd;
    --line: #474747;
    --edge: #a6a6a6;
    --brand: #6cb0f5;
    --on-brand: #10243a;
    --tint: #14304d;
    --notice: #3a2a10;
    --notice-edge: #f0a94b;
    --problem: #ff9b9b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  border-top: 0.375rem solid var(--brand);
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
header, main, footer { max-width: 70rem; margin: 0 auto; padding: 0 1rem; }
a { color: var(--brand); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
#answer:focus { outline: none; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--page); z-index: 1; }
header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0.25rem 1rem;
  padding-top: 1rem;
  padding-bottom: 1rem;
  border-bottom: 1px solid var(--line);
}
header p { margin: 0; font-weight: 600; }
header a { padding: 0.25rem 0; }
h1 { margin: 2rem 0 0; font-size: 2rem; line-height: 1.2; font-weight: 600; }
h2 { margin: 0 0 0.75rem; font-size: 1.25rem; line-height: 1.3; font-weight: 600; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; font-weight: 600; }
h4 { margin: 1.25rem 0 0.5rem; font-size: 1rem; font-weight: 600; }
p { margin: 0 0 0.75rem; max-width: 44rem; }
.lede { margin: 0.5rem 0 2rem; font-size: 1.125rem; color: var(--quiet); }
small, .source, .hint { font-size: 0.875rem; color: var(--quiet); font-weight: 400; }
.source { margin: 0 0 0.25rem; }
section { margin-bottom: 2.5rem; }
.columns { display: grid; gap: 0 4rem; }
@media (min-width: 56rem) {
  .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }
}
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.75rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: baseline; }
thead th { padding: 0 0 0.25rem; font-size: 0.875rem; font-weight: 400; color: var(--quiet); }
tbody th { padding-right: 1rem; font-weight: 400; }
.times { margin-bottom: 0.5rem; }
.times th small { display: block; }
.times td { width: 45%; font-size: 1.125rem; font-weight: 600; white-space: nowrap; }
.times .measured { font-size: 1rem; font-weight: 400; white-space: normal; color: var(--quiet); }
.departments { margin: 0; }
.departments dt { margin-top: 0.5rem; font-weight: 600; }
.departments dd { margin: 0; }
.notice {
  padding: 1rem;
  background: var(--notice);
  border: 1px solid transparent;
  border-left: 4px solid var(--notice-edge);
  border-radius: 4px;
}
.notice ul { margin: 0 0 0.75rem; padding-left: 1.25rem; }
.notice p:last-child { margin-bottom: 0; }
.ask { padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.field { margin-bottom: 1rem; min-width: 0; }
.pair { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); align-items: end; }
label { display: block; margin-bottom: 0.25rem; font-weight: 600; }
select, input {
  display: block;
  width: 100%;
  min-width: 0;
  height: 2.75rem;
  padding: 0 0.75rem;
  background: var(--page);
  color: var(--text);
  border: 1px solid var(--edge);
  border-radius: 4px;
  font: inherit;
}
[aria-invalid="true"] { border: 2px solid var(--problem); }
button {
  min-height: 2.75rem;
  padding: 0.5rem 1.25rem;
  background: var(--brand);
  color: var(--on-brand);
  border: 1px solid transparent;
  border-radius: 4px;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:hover { text-decoration: underline; }
.problem { margin: 0 0 0.25rem; color: var(--problem); }
.problems { margin-bottom: 1.5rem; padding: 0 0 0 1rem; border-left: 4px solid var(--problem); }
.problems h3 { margin-top: 0; }
.problems ul { margin: 0; padding-left: 1.25rem; }
.problems a { color: var(--problem); }
.answer { margin-bottom: 1.5rem; padding: 1rem; background: var(--tint); border: 1px solid transparent; border-radius: 4px; }
.answer h3 { margin: 0 0 0.5rem; font-size: 1.25rem; line-height: 1.3; }
.asked { margin: 0 0 0.25rem; color: var(--quiet); }
.answer .source:last-child { margin-bottom: 0; }
.days { margin: 0 0 1rem; padding: 0; list-style: none; }
.days li { display: flex; gap: 0.75rem; padding-bottom: 0.375rem; }
.days .passed { color: var(--quiet); }
.dot {
  flex: none;
  width: 1.5rem;
  height: 1.5rem;
  border-radius: 50%;
  border: 2px solid var(--edge);
  transform: scale(0.5);
}
.counted .dot {
  transform: none;
  border-color: var(--brand);
  background: var(--brand);
  color: var(--on-brand);
  font-size: 0.875rem;
  line-height: 1.25rem;
  font-weight: 600;
  text-align: center;
}
.closures { margin: 0 0 1rem; padding: 0; list-style: none; columns: 24rem 2; column-gap: 4rem; }
.closures li {
  break-inside: avoid;
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 1rem;
  padding: 0.5rem 0;
  border-bottom: 1px solid var(--line);
}
.closures span { color: var(--quiet); }
blockquote { margin: 0 0 0.75rem; padding-left: 1rem; border-left: 4px solid var(--brand); }
blockquote p { margin: 0; }
.figures th, .figures td { padding: 0.5rem 1rem 0.5rem 0; }
.figures td:last-child { padding-right: 0; text-align: right; white-space: nowrap; }
.figures { margin-bottom: 0.5rem; }
.figures thead th:last-child { padding-right: 0; text-align: right; }
.figures small { white-space: nowrap; }
.figures .was { display: block; white-space: normal; }
.percent { display: inline-block; min-width: 3.5rem; }
.bar { display: inline-block; width: 50%; height: 0.5rem; vertical-align: 0.05em; }
.bar .whole { fill: var(--line); }
.bar .part { fill: var(--brand); }
footer { padding-top: 1.5rem; padding-bottom: 2rem; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--quiet); }
footer p { margin: 0 0 0.25rem; }
@media (max-width: 30rem) {
  .bar { display: none; }
  .ask { padding: 1rem; }
}
@media (forced-colors: active) {
  .counted .dot { forced-color-adjust: none; background: CanvasText; border-color: CanvasText; color: Canvas; }
  .bar { forced-color-adjust: none; }
  .bar .whole { fill: Canvas; stroke: CanvasText; }
  .bar .part { fill: CanvasText; }
}
@media print {
  .skip, form, header a, footer a { display: none; }
  body { font-size: 10.5pt; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  section, tr, li { break-inside: avoid; }
  .ask:not(:has(.answer)) { display: none; }
  .notice, .answer { border-color: var(--line); }
  .counted .dot { background: none; color: var(--text); }
}
`.trimStart();

/** The page names its stylesheet by it, so that no old one is taken for a new page. */
export const stylesheetTag = etagOf(stylesheet);
