/** The same built pane on anybody's own mail, whatever is in it. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { openMessage } from "../support/sandbox.ts";
import { openPane, stage, step } from "./stage.ts";

const folder = mkdtempSync(path.join(tmpdir(), "civicreply-own-"));
const mail = (subject: string, more = "", body = "Could you tell me when?"): string =>
  `Received: from a.example by b.example; Mon, 23 Nov 2026 16:00:00 +0000\r\nFrom: Ada Marsh <ada@marsh.example>\r\nTo: clerk@city.example\r\nSubject: ${subject}\r\nDate: Mon, 23 Nov 2026 15:59:00 +0000\r\nMessage-ID: <${subject.replaceAll(/\W/g, "")}@marsh.example>\r\n${more}\r\n${body}\r\n`;
const large = Buffer.alloc(15_000_000, "x").toString("base64").replace(/.{76}/g, "$&\r\n");
writeFileSync(path.join(folder, "plain.eml"), mail("A plain question"));
writeFileSync(path.join(folder, "broken.eml"), Buffer.from([0, 1, 2, 255, 254, 0, 9]));
writeFileSync(path.join(folder, "empty.eml"), "");
writeFileSync(
  path.join(folder, "large.eml"),
  mail(
    "Twenty megabytes",
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n',
    `--b\r\nContent-Type: text/plain\r\n\r\nPlans are attached. Are they all right?\r\n--b\r\nContent-Type: application/pdf; name="plans.pdf"\r\nContent-Disposition: attachment; filename="plans.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${large}\r\n--b--`,
  ),
);

const set = stage({ args: ["--mailbox", folder] });

test("messages that can be read are there with their due dates; the others are listed with the reason", async () => {
  const page = await set.enter();
  await step(page, "own mail", async () => {
    const shown = await openPane(page, "A plain question");
    await shown.getByRole("heading", { name: "Reply due tomorrow" }).waitFor();
    await openMessage(page, "Twenty megabytes");
    await shown.getByRole("heading", { name: "Reply due tomorrow" }).waitFor();
    await page
      .getByText(/plans\.pdf/)
      .first()
      .waitFor();
    expect(await page.getByRole("option").count()).toBe(2);
    await page.getByRole("button", { name: /could not be read|unreadable|cannot be read/i }).click();
    await page
      .getByText(/broken\.eml/)
      .first()
      .waitFor();
    await page
      .getByText(/empty\.eml/)
      .first()
      .waitFor();
  });
});
