import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import { rulesOf } from "../../../src/domain/inquiry/rules.ts";
import { sandboxIdentity } from "../../../src/sandbox/identity.ts";
import { apiScope, supervisorGroup } from "../../../src/sandbox/people.ts";
import { sampleInquiries } from "../../../src/sandbox/samples/sampleInquiries.ts";
import { factOf } from "../../../src/sandbox/samples/seedTimeliness.ts";
import { startService } from "../../../src/server/service.ts";
import { settingsOf } from "../../../src/server/settings.ts";
import { at } from "../../support/time.ts";
import { freePorts, policy, root, running } from "../running.ts";

const rules = rulesOf(await policy());
const now = at("Tue 2026-11-24 10:00");

test("the sample year is the same on every machine, and nothing in it is from the future", () => {
  const samples = sampleInquiries(rules, now, 6);
  expect(sampleInquiries(rules, now, 6)).toEqual(samples);
  expect(samples).toHaveLength(300);
  for (const { observations } of samples) {
    const [received, replied] = observations;
    expect(received!.at).toBeLessThanOrEqual(now);
    expect(received!.at).toBeGreaterThan(now - 371 * 86_400_000);
    if (replied) expect(replied.at).toBeGreaterThan(received!.at);
    if (replied) expect(replied.at).toBeLessThanOrEqual(now);
  }
});

test("about 93 % of what fell due was answered in time, in every channel and department, some of it this week", () => {
  const key = Buffer.alloc(32, 7).toString("base64url");
  const standings = sampleInquiries(rules, now, 6).map(({ internetMessageId, observations }) => {
    const standing = standingOf(
      observations.map((one) => factOf(key, internetMessageId, one)),
      rules,
      now,
    );
    if (!standing) throw new Error("a sample without receipt");
    return standing;
  });
  const due = standings.filter(({ due: one }) => one !== null && one.dueAt <= now);
  const met = due.filter(({ outcome }) => outcome === "repliedOnTime");
  expect(met.length / due.length).toBeGreaterThan(0.9);
  expect(met.length / due.length).toBeLessThan(0.96);
  expect(new Set(standings.map(({ channel }) => channel))).toEqual(new Set(Object.keys(rules.policy.channels)));
  expect(new Set(standings.map(({ department }) => department))).toEqual(
    new Set(Object.keys(rules.policy.departments ?? {})),
  );
  const thisWeek = standings.filter(({ receivedAt }) => receivedAt >= at("Mon 2026-11-23 00:00"));
  expect(thisWeek.length).toBeGreaterThan(3);
  expect(standings.some(({ closed, due: one }) => !closed && one !== null && one.dueAt > now)).toBe(true);
});

test("a real service takes them all with colleagues' own tokens, once, and a supervisor sees the figures", async () => {
  const ports = await freePorts();
  const sandbox = await running({ ports, at: now });
  const certificate = path.join(sandbox.folder, "service.crt");
  const key = path.join(sandbox.folder, "service.key");
  await writeFile(certificate, sandbox.options.certificate.cert);
  await writeFile(key, sandbox.options.certificate.key);
  const { issuer, tenant, clientId } = sandboxIdentity(sandbox.sandbox.origins.issuer);
  const settings = settingsOf({
    CIVICREPLY_HOST: "localhost",
    CIVICREPLY_PORT: String(ports.service),
    CIVICREPLY_DATABASE: path.join(sandbox.folder, "service.db"),
    CIVICREPLY_POLICY: path.join(root, "assets/policies/spruce-grove.json"),
    CIVICREPLY_TLS_CERT: certificate,
    CIVICREPLY_TLS_KEY: key,
    CIVICREPLY_CA: certificate,
    CIVICREPLY_ISSUER: issuer,
    CIVICREPLY_TENANT: tenant,
    CIVICREPLY_AUDIENCE: clientId,
    CIVICREPLY_SANDBOX_ISSUER: "1",
    CIVICREPLY_SAMPLE_DATA: "1",
    CIVICREPLY_LOG_LEVEL: "silent",
    CIVICREPLY_DEPARTMENTS_BY_GROUP: JSON.stringify({ [supervisorGroup]: ["planning"] }),
  });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  const service = await startService(settings.value, () => now);
  const outcome = await sandbox.sandbox.sendSamples();
  expect(outcome.refused).toBe(0);
  expect(outcome.sent).toBeGreaterThan(550);
  expect(await sandbox.sandbox.sendSamples()).toEqual({ sent: 0, refused: 0 });
  const authorization = `Bearer ${await sandbox.token(apiScope, "supervisor")}`;
  const figures = await sandbox.ask(`${sandbox.sandbox.origins.service}/api/statistics?department=planning`, {
    headers: { authorization },
  });
  expect(figures.status).toBe(200);
  expect(figures.json).toMatchObject({ sampleData: true });
  expect(figures.json.compliance.due).toBeGreaterThan(0);
  const plain = `Bearer ${await sandbox.token(apiScope, "employee")}`;
  const refused = await sandbox.ask(`${sandbox.sandbox.origins.service}/api/statistics?department=planning`, {
    headers: { authorization: plain },
  });
  expect(refused.status).toBe(403);
  await service.stop();
  await sandbox.stop();
  await rm(sandbox.folder, { recursive: true, force: true });
}, 60_000);
