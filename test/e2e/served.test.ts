/** The add-in that runs here is the add-in that ships: the same bytes, with one address changed. */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { stage } from "./stage.ts";

const set = stage();
const web = path.resolve(import.meta.dirname, "../../dist/web");
const microsoft = path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

test("every file of dist/web is served as it was built, pages with Office.js's address changed and nothing else", async () => {
  const page = await set.enter();
  const { addin, page: origin } = set.sandbox.origins;
  const files = (await readdir(web, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const place = path.relative(web, path.join(file.parentPath, file.name)).replaceAll(path.sep, "/");
    const built = await readFile(path.join(web, place));
    const served = await (await page.request.get(`${addin}/${place}`)).body();
    const expected = place.endsWith(".html")
      ? Buffer.from(built.toString().replaceAll(cdn, `${origin}/office-js/office.js`))
      : built;
    expect({ place, same: served.equals(expected) }).toEqual({ place, same: true });
  }
});

test("Office.js is Microsoft's own: its bytes stand whole between our shim and our relay, the other files are untouched", async () => {
  const page = await set.enter();
  const served = async (file: string): Promise<Buffer> =>
    (await page.request.get(`${set.sandbox.origins.page}/office-js/${file}`)).body();
  const own = await readFile(path.join(microsoft, "office.js"));
  expect((await served("office.js")).includes(own)).toBe(true);
  for (const file of ["outlook-web-16.01.js", "en-us/outlook_strings.js", "fr-fr/office_strings.js"]) {
    expect((await served(file)).equals(await readFile(path.join(microsoft, file)))).toBe(true);
  }
});
