/** The sandbox's servers around a big mailbox. */
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { ServedPolicy } from "../../../contract/served.ts";
import { instant, minuteMs } from "../../../domain/time.ts";
import { joinEarlier } from "../../../sandbox/mailbox/joined.ts";
import type { Sandbox } from "../../../sandbox/options.ts";
import { personById } from "../../../sandbox/people.ts";
import { startSandbox } from "../../../sandbox/server.ts";
import { certificate } from "../../certificate.ts";
import { fillBusily } from "./busyMailbox.ts";
import { theMoment } from "./graphHost.ts";

const firstPort = 7643;

/**
 * The sandbox of `npm start` without the service, its mailbox filled before anybody looks.
 *
 * @param root the package's folder, built @param folder for what the sandbox keeps
 */
export async function filledSandbox(
  root: string,
  folder: string,
  served: ServedPolicy,
  messages: number,
): Promise<Sandbox> {
  const distWeb = path.join(folder, "web");
  await cp(path.join(root, "dist/web"), distWeb, { recursive: true });
  await writeFile(path.join(distWeb, "policy.json"), JSON.stringify(served));
  const { key, cert } = await certificate(path.join(folder, "certificate"));
  const nobody = path.join(folder, "no-mail");
  await mkdir(nobody);
  const sandbox = await startSandbox({
    ports: {
      page: firstPort,
      addin: firstPort + 1,
      service: firstPort + 2,
      issuer: firstPort + 3,
      graph: firstPort + 4,
    },
    certificate: { key, cert },
    mailboxPath: nobody,
    dataFolder: folder,
    fresh: true,
    at: theMoment,
    distWeb,
    pageRoot: path.join(root, "dist/node/sandbox/page"),
    officeJs: path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js")),
    assets: path.join(root, "assets/sandbox"),
    manifest: await readFile(path.join(root, "manifest.xml"), "utf8"),
    policy: served,
    service: { stop: () => Promise.resolve(), start: () => Promise.resolve(), onClock: () => undefined },
    graphSeed: null,
    log: () => undefined,
  });
  const employee = personById("employee");
  if (!employee) throw new Error("the sandbox has no employee");
  const mailbox = sandbox.mailboxes.of(employee);
  // Most is filed, as people do: the sandbox's own page then lists a short Inbox.
  fillBusily(mailbox, messages, instant(theMoment - minuteMs), "archive");
  joinEarlier(sandbox.mailboxes, theMoment);
  await written(folder, messages);
  return sandbox;
}

/** Writing 50,000 files must not slow down what is measured. */
async function written(folder: string, messages: number): Promise<void> {
  for (;;) {
    const entries = await readdir(folder, { recursive: true });
    if (entries.filter((name) => name.endsWith(".json") && name.includes("messages")).length >= messages) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
