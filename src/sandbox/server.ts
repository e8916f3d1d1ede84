/** Puts the sandbox together and starts it: page, add-in host, issuer and Graph, each on a port of its own. */
import { rm } from "node:fs/promises";
import { createHash } from "node:crypto";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import type { SiteSettings } from "../contract/settings.ts";
import { type BusinessCalendar, businessCalendar } from "../domain/calendar/businessCalendar.ts";
import type { ZoneTable } from "../domain/policy/policy.ts";
import { SandboxClock } from "./clock.ts";
import { Events } from "./events.ts";
import { graphApp } from "./graph/app.ts";
import { SandboxGraph, usualSeed } from "./graph/graph.ts";
import { outlookLimits } from "./graph/limits.ts";
import { recorder } from "./graph/record.ts";
import { addinApp } from "./hosting/addinApp.ts";
import { listen } from "./httpsApp.ts";
import { issuerApp } from "./issuer/app.ts";
import { consents } from "./issuer/consents.ts";
import { Issuer } from "./issuer/issuer.ts";
import { KeyRing } from "./issuer/keyRing.ts";
import { KeptFiles } from "./keptFiles.ts";
import { type KeptState, openState } from "./keptState.ts";
import { serverTime } from "./machineTime.ts";
import { Arrivals } from "./mailbox/arrivals.ts";
import { Mailboxes } from "./mailbox/mailboxes.ts";
import { openOwnMail, type UnreadableMail } from "./mailbox/ownMail.ts";
import { joinEarlier } from "./mailbox/joined.ts";
import { seedMailboxes } from "./mailbox/seed.ts";
import { type Sandbox, type SandboxOptions, originsOf } from "./options.ts";
import { pageApp } from "./pageApp.ts";
import type { Origins, SandboxParts } from "./parts.ts";
import { apiScope, clientId, sharedMailboxes, tenantId } from "./people.ts";
import { SandboxCannotStart } from "./refusal.ts";
import { faultsOf } from "./routes/state.ts";
import { sendSamplesOnce } from "./samples/seedTimeliness.ts";

export { SandboxCannotStart };

/** Long enough for requests to meet each other, as they do at Microsoft's. */
const graphLatencyMs = 3;

/**
 * Starts the sandbox; the service is started by the caller, who hands in how to stop it.
 *
 * @throws SandboxCannotStart with a sentence for the person who started it: a port that is taken, a folder that cannot
 * be written to, a manifest without an id
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const origins = originsOf(options.ports);
  const files = new KeptFiles(dataFolderOf(options));
  if (options.fresh) await rm(files.folder, { recursive: true, force: true });
  await files.open();
  const state = await openState(files);
  const parts = await partsOf(options, origins, files, state);
  tell(parts, state);
  const close = async (apps: readonly FastifyInstance[]): Promise<void> => {
    parts.events.close();
    for (const app of apps) await app.close();
    await files.flush();
  };
  const apps = await listeningApps(options, parts).catch(async (error: unknown) => {
    await close([]);
    throw error;
  });
  options.service.onClock(parts.clock.offset);
  return {
    origins,
    graph: parts.graph,
    mailboxes: parts.mailboxes,
    sendSamples: () => sendSamplesOnce({ ...parts, policy: options.policy, ca: options.certificate.cert }, state),
    rotateKeys: () => parts.issuer.keys.rotate(),
    stop: () => close(apps),
  };
}

/** Own mail has a folder of its own, so that the invented mail is still there at the next start without it. */
function dataFolderOf({ dataFolder, mailboxPath }: SandboxOptions): string {
  if (mailboxPath === null) return path.join(dataFolder, "sandbox");
  const name = createHash("sha256").update(path.resolve(mailboxPath)).digest("hex").slice(0, 8);
  return path.join(dataFolder, `sandbox-own-${name}`);
}

async function partsOf(
  options: SandboxOptions,
  origins: Origins,
  files: KeptFiles,
  { memory, isFresh, keep }: KeptState,
): Promise<SandboxParts> {
  const { calendar, zone } = calendarOf(options);
  if (isFresh && options.at != null) memory.clockOffset = options.at - Date.now();
  const clock = new SandboxClock(calendar, memory.clockOffset);
  const mailboxes = new Mailboxes(files);
  await mailboxes.load();
  const unreadable = await fill(mailboxes, options, calendar, clock, memory.seeded);
  memory.seeded = true;
  keep();
  const issuer = new Issuer(origins.issuer, await KeyRing.open(files), clock.now);
  const addinId = addinIdOf(options.manifest);
  return {
    ...{ origins, mailboxes, clock, calendar, zone, unreadable, issuer, addinId },
    graph: new SandboxGraph({
      ...{ origin: origins.graph, issuer, mailboxes, now: clock.now, addinId },
      record: recorder(options.recordGraph ?? null),
      seed: options.graphSeed === undefined ? usualSeed : options.graphSeed,
      limits: options.graphLimits ?? outlookLimits,
      latencyMs: graphLatencyMs,
      machine: serverTime,
    }),
    arrivals: await Arrivals.open(mailboxes, calendar, path.join(options.assets, "arrivals")),
    events: new Events(),
    consents: consents(memory.consents, options.askConsent ?? false, keep),
    service: options.service,
    faults: { service: "running" },
    manifest: options.manifest,
  };
}

function calendarOf({ policy }: SandboxOptions): { calendar: BusinessCalendar; zone: ZoneTable } {
  const settings = policy.policy.calendar;
  const zone = policy.zones.find((table) => table.zone === settings.timeZone);
  if (!zone)
    throw new SandboxCannotStart(`The policy comes without the offsets of its time zone ${settings.timeZone}.`);
  return { calendar: businessCalendar(settings, zone), zone };
}

function addinIdOf(manifest: string): string {
  const id = /<Id>\s*([0-9a-f-]{36})\s*<\/Id>/i.exec(manifest)?.[1];
  if (id === undefined) throw new SandboxCannotStart("manifest.xml has no <Id>.");
  return id.toLowerCase();
}

async function fill(
  mailboxes: Mailboxes,
  { mailboxPath, assets, log }: SandboxOptions,
  calendar: BusinessCalendar,
  clock: SandboxClock,
  seeded: boolean,
): Promise<readonly UnreadableMail[]> {
  if (mailboxPath !== null) {
    const unreadable = await openOwnMail(mailboxes, mailboxPath);
    if (unreadable.length === 1) log(`1 message of ${mailboxPath} cannot be read; the sandbox lists it.`);
    if (unreadable.length > 1)
      log(`${unreadable.length} messages of ${mailboxPath} cannot be read; the sandbox lists them.`);
    if (!seeded) joinEarlier(mailboxes, clock.now());
    return unreadable;
  }
  if (!seeded) {
    await seedMailboxes(mailboxes, path.join(assets, "mail"), calendar, clock.now());
    joinEarlier(mailboxes, clock.now());
  }
  return [];
}

/** Open pages hear of every change, and the service of the clock. */
function tell(parts: SandboxParts, { memory, keep }: KeptState): void {
  const { mailboxes, clock, events, graph, service } = parts;
  mailboxes.onChange((owner, id) => {
    const members = sharedMailboxes.find((shared) => shared.id === owner.id)?.members;
    if (!members) events.toPerson(owner.id, { type: "mailbox", ids: [id] });
    for (const member of members ?? []) events.toPerson(member, { type: "mailbox", ids: [id], mailbox: owner.id });
  });
  graph.faults.onEnd(() => events.toAll({ type: "faults", faults: faultsOf(parts) }));
  clock.onChange((clockOffset) => {
    memory.clockOffset = clockOffset;
    keep();
    service.onClock(clockOffset);
    events.toAll({ type: "clock", clockOffset });
  });
}

/** Issuer and Graph first, the page last: when it answers, everything behind it does. */
async function listeningApps(options: SandboxOptions, parts: SandboxParts): Promise<readonly FastifyInstance[]> {
  const { certificate, ports } = options;
  const { origins, issuer, addinId } = parts;
  const officeJs = `${origins.page}/office-js/office.js`;
  const wanted = [
    [issuerApp(certificate, origins.issuer, issuer), "issuer"],
    [graphApp(certificate, origins.graph, parts.graph), "graph"],
    [await addinApp(certificate, options.distWeb, officeJs, siteSettings(origins, addinId)), "addin"],
    [await pageApp(certificate, parts, options.pageRoot, options.officeJs), "page"],
  ] as const;
  const open: FastifyInstance[] = [];
  try {
    for (const [app, name] of wanted) {
      await listen(app, ports[name], `--${name}-port`);
      open.unshift(app);
    }
  } catch (error) {
    for (const app of open) await app.close();
    throw error;
  }
  return open;
}

function siteSettings(origins: Origins, addinId: string): SiteSettings {
  return {
    service: origins.service,
    serviceScope: apiScope,
    graph: `${origins.graph}/v1.0`,
    graphScopes: ["User.Read", "Mail.ReadWrite", "Mail.ReadWrite.Shared"],
    clientId,
    authority: `https://login.microsoftonline.com/${tenantId}`,
    addinId,
  };
}
