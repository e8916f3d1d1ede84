/** The published standard in a real browser: readable by everyone, usable without scripts, at home in light, dark and on paper. */
import { afterAll, afterEach, beforeAll, expect, jest, test } from "@jest/globals";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../../src/tools/browser.ts";
import { publishing } from "../server/standard/support/publishing.ts";
import { type TestApp, testApp } from "../server/support/app.ts";
import { received, replied } from "../server/support/town.ts";
import { testNow } from "../server/support/issuer.ts";
import { violations } from "../support/axe.ts";

// A real browser, on a machine that may be busy.
jest.setTimeout(60_000);

let service: TestApp;
let browser: Browser;
let origin: string;
let errors: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([testApp({ policy: publishing() }), launchBrowser()]);
  const facts = [1, 2, 3, 4].flatMap((n) => [
    received(`<${n}@x>`, "Mon 2026-10-05 10:00"),
    replied(`<${n}@x>`, "Tue 2026-10-06 10:00"),
  ]);
  await service.store.add(facts, { at: testNow, policyVersion: "2026-1" });
  await service.app.listen({ host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
});

afterEach(() => {
  const found = errors;
  errors = [];
  expect(found).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  // A page that says what is wrong with a question is itself a bad request; everything else is an error.
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("400 (Bad Request)")) errors.push(message.text());
  });
  await page.goto(origin + address);
  return page;
}

const asked = "channel=email&day=2026-11-20&time=17%3A10";
const pages = { plain: "", answered: asked, refused: "channel=fax&day=2026-02-30&time=" };
const looks = (["en", "fr"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    Object.entries(pages).map(([name, query]) => [name, language, colorScheme, query] as const),
  ),
);

test.each(looks)(
  "nothing that axe finds stands in the way: %s, %s, %s",
  async (_name, language, colorScheme, query) => {
    const page = await open(`/standard?language=${language}&${query}`, { colorScheme });
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);

test.each([320, 640, 1280, 2560])("nothing has to be scrolled sideways at %i px", async (width) => {
  for (const language of ["en", "fr"]) {
    const page = await open(`/standard?language=${language}&${asked}`, { viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  }
});

test("the question is asked and answered without scripts, and the answer is what the browser moves to", async () => {
  const page = await open("/standard?language=en", { javaScriptEnabled: false });
  await page.getByLabel("How you reached us").selectOption("Voice mail");
  await page.getByLabel("Day", { exact: true }).fill("2026-11-24");
  await page.getByLabel("Time", { exact: true }).fill("10:00");
  await page.getByRole("button", { name: "Work out the date" }).click();
  await page.getByRole("heading", { name: "Reply due Wednesday, November 25, by 4:30 p.m." }).waitFor();
  expect(page.url()).toMatch(/#answer$/);
  expect(await page.getByLabel("How you reached us").inputValue()).toBe("voicemail");
  expect(await page.getByLabel("Time", { exact: true }).inputValue()).toBe("10:00");
  await page.getByRole("link", { name: "Français" }).click();
  await page.getByRole("heading", { name: "Réponse attendue mercredi 25 novembre" }).waitFor();
  await page.context().close();
});

test("what is wrong with a question is named first, and each line leads to its field", async () => {
  const page = await open("/standard?channel=email&day=2026-02-30&time=10%3A00");
  await page.getByRole("link", { name: "There is no such day." }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("day");
  expect(await page.getByLabel("Day", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  await page.context().close();
});

test("the keyboard reaches everything, the skip link first, and Enter asks", async () => {
  const page = await open("/standard");
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  const reached: unknown[] = [];
  for (let n = 0; n < 12; n += 1) {
    await page.keyboard.press("Tab");
    reached.push(await focused());
  }
  const stops = reached.filter((one, index) => one !== reached[index - 1]);
  expect(stops.slice(0, 6)).toEqual(["Skip to the content", "Français", "channel", "department", "day", "time"]);
  await page.getByLabel("Time", { exact: true }).fill("10:00");
  await page.getByLabel("Time", { exact: true }).press("Enter");
  await page.getByRole("heading", { name: /^Reply due/ }).waitFor();
  await page.context().close();
});

test("on paper the answer stays and the form goes", async () => {
  const page = await open(`/standard?${asked}`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.getByRole("heading", { name: /^Reply due/ }).isVisible()).toBe(true);
  expect(await page.getByRole("button").isVisible()).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  await page.context().close();
});
