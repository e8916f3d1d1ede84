import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { textOf } from "../../../src/sandbox/mailbox/htmlTokens.ts";
import { sanitise } from "../../../src/sandbox/mailbox/sanitise.ts";

test.each([
  ["a script goes with what is in it", "<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"],
  ["so does a style sheet", "<STYLE>p{color:red}</STYLE>x", "x"],
  ["a handler goes, the element stays", `<p onclick="x()" ONLOAD=y align='left'>a</p>`, `<p align="left">a</p>`],
  ["a form goes, its words stay", "<form action='https://x.example'>Name <input name=a></form>", "Name "],
  [
    "a picture from outside is named, not fetched",
    `<img src="https://x.example/p.gif" alt="Logo">`,
    "<span>[Logo]</span>",
  ],
  ["a nameless one leaves nothing", `<img src="https://x.example/p.gif">`, ""],
  [
    "a link says where it would have led",
    `<a href="https://x.example/?a=1&amp;b=2">go</a>`,
    `<a title="https://x.example/?a=1&amp;b=2">go</a>`,
  ],
  ["a link inside the message stays", `<a href="#top">up</a>`, `<a href="#top">up</a>`],
  ["a script in a link never runs", `<a href="java&#115;cript:x()">go</a>`, `<a title="javascript:x()">go</a>`],
  [
    "a style that fetches goes",
    `<p style="color: red; background: url(https://x.example)">a</p>`,
    `<p style="color: red">a</p>`,
  ],
  ["what was left open is closed", "<div><b>a", "<div><b>a</b></div>"],
  ["what was never opened is not closed", "a</div></p>b", "ab"],
  ["a comment goes", "a<!-- <p> -->b<!--[if mso]>c<![endif]-->d", "abd"],
  [
    "a landmark of the sender's page is none of ours",
    `<header>a</header><main role="main"><nav>b</nav></MAIN>`,
    "<div>a</div><div><div>b</div></div>",
  ],
  ["a lone < is text", "1 < 2 <3 a<", "1 &lt; 2 &lt;3 a&lt;"],
])("%s", (_rule, html, expected) => {
  expect(sanitise(html)).toBe(expected);
});

test("a picture that came with the message is shown", () => {
  const picture = "data:image/png;base64,AAAA";
  expect(sanitise(`<img src="cid:logo@x" width=9>`, (id) => (id === "logo@x" ? picture : null))).toBe(
    `<img src="${picture}" alt="" width="9">`,
  );
  expect(sanitise(`<img src="${picture}">`)).toContain(picture);
  expect(sanitise(`<img src="data:image/svg+xml;base64,AAAA" alt="x">`)).toBe("<span>[x]</span>");
});

const pieces = fc.constantFrom(
  ..."<|>|/|!|-|--|=|\"|'| |\n|&#x22;|&lt;|&amp;|p|b|img|svg|math|title|textarea|style|script|a|table|td|iframe|x|İ|onerror|href|src|style|javascript:|https://x.example/|cid:a|data:text/html,|<p |<a href=|<img src=x onerror=|</script>|<svg><script>|<![CDATA[|]]>|<!--|-->|<title>|<noscript>".split(
    "|",
  ),
);

test("whatever came, the result holds no script, handler, form, frame or outside address, and stays what it is", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const clean = sanitise(parts.join(""));
      const { document } = new JSDOM(`<div id="here">${clean}</div><i id="after"></i>`).window;
      expect(document.getElementById("after")?.parentElement?.tagName).toBe("BODY");
      for (const element of document.querySelectorAll("#here *")) {
        expect(element.namespaceURI).toBe("http://www.w3.org/1999/xhtml");
        expect(element.tagName).not.toMatch(
          /^(SCRIPT|STYLE|IFRAME|FORM|INPUT|OBJECT|EMBED|LINK|META|BASE|TITLE|TEXTAREA)$/,
        );
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on|^srcset$|^action$|^formaction$|^background$/);
          if (name === "href") expect(value).toMatch(/^#/);
          if (name === "src") expect(value).toMatch(/^data:image\/(png|jpeg|gif|webp);base64,/);
          if (name === "style") expect(value).not.toMatch(/url|expression|@import/i);
        }
      }
      expect(sanitise(clean)).toBe(clean);
    }),
    { numRuns: 400 },
  );
}, 60_000);

test("a megabyte of broken html takes no longer than a moment", () => {
  const started = performance.now();
  for (const bad of ["<", "<a ", '<p a="', "<script>", "<!--", "</", "<b>", "&#"])
    sanitise(bad.repeat(1_000_000 / bad.length));
  expect(performance.now() - started).toBeLessThan(5000);
});

test("the words of html come a line per block", () => {
  expect(textOf("<div>Dear&nbsp;Ms&#46; B&eacute;<br>a &lt; b</div><p>c</p>")).toBe("Dear Ms. Bé\na < b\nc");
});
