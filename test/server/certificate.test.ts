import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { connect, type SecureVersion } from "node:tls";
import { type Certificate, followCertificate, readCertificate } from "../../src/server/certificate.ts";
import { serviceLog } from "../../src/server/log.ts";
import { startWords } from "../../src/server/startWording.ts";
import { at } from "../support/time.ts";
import { testApp } from "./support/app.ts";
import { testCertificate } from "./support/certificate.ts";

// Real sockets and keys, on a machine that may be busy.
jest.setTimeout(30_000);

const said = startWords.en;
let folder: string;
let first: Certificate;
let second: Certificate;
let files: { certFile: string; keyFile: string };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-certificate-"));
  files = { certFile: path.join(folder, "cert.pem"), keyFile: path.join(folder, "key.pem") };
  [first, second] = await Promise.all([testCertificate(), testCertificate()]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function write({ cert, key }: Partial<Certificate>): Promise<void> {
  if (cert !== undefined) await writeFile(files.certFile, cert);
  if (key !== undefined) await writeFile(files.keyFile, key);
}

describe("certificate and key", () => {
  const now = at("Wed 2026-11-25 12:00");
  const warnings = async (until: string): Promise<readonly string[]> => {
    await write(await testCertificate(new Date(at(until))));
    const read = await readCertificate(files, said, now);
    return read.ok ? read.warnings.map(({ message }) => message) : ["refused"];
  };

  test("are read as they are", async () => {
    await write(first);
    expect(await readCertificate(files, said, now)).toEqual({ ok: true, value: first, warnings: [] });
  });

  test("that end within two weeks, or have ended, are taken with a warning: a proxy in front may not look", async () => {
    expect(await warnings("Fri 2026-12-11 12:00")).toEqual([]);
    expect(await warnings("Tue 2026-12-08 12:00")).toEqual([expect.stringMatching(/expires on 2026-12-08: renew it/)]);
    expect(await warnings("Tue 2026-11-24 12:00")).toEqual([expect.stringMatching(/expired on 2026-11-24: renew it/)]);
  });

  test.each([
    ["that do not belong together", () => ({ cert: first.cert, key: second.key })],
    ["of which one is none", () => ({ cert: "minutes of the council", key: first.key })],
    ["in each other's place", () => ({ cert: first.key, key: first.cert })],
  ])("%s are refused", async (_what, pair) => {
    await write(pair());
    const read = await readCertificate(files, said, now);
    expect(read.ok ? [] : read.problems).toMatchObject([
      { path: "CIVICREPLY_TLS_CERT", message: expect.stringContaining("CIVICREPLY_TLS_KEY do not hold") },
    ]);
  });

  test("that are not there are each named", async () => {
    const none = { certFile: path.join(folder, "a.pem"), keyFile: path.join(folder, "b.pem") };
    const read = await readCertificate(none, said, now);
    expect(read.ok ? [] : read.problems.map((one) => one.path)).toEqual(["CIVICREPLY_TLS_CERT", "CIVICREPLY_TLS_KEY"]);
  });
});

/** @returns the serial number of the certificate that the server shows */
function shown(port: number, version: SecureVersion = "TLSv1.3"): Promise<string> {
  // Old protocols need old ciphers, which OpenSSL gives out only at its lowest security level.
  const old = { minVersion: version, maxVersion: version, ciphers: "DEFAULT:@SECLEVEL=0" };
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...old }, () => {
      resolve(socket.getPeerCertificate().serialNumber);
      socket.destroy();
    });
    socket.on("error", reject);
  });
}

const serialOf = ({ cert }: Certificate): string => new X509Certificate(cert).serialNumber;
const looks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

describe("while the service runs", () => {
  const logged: string[] = [];
  let port: number;
  let close: () => Promise<void>;

  beforeAll(async () => {
    await write(first);
    const service = await testApp({ tls: first });
    await service.app.listen({ host: "127.0.0.1", port: 0 });
    const stream = new PassThrough();
    stream.on("data", (chunk: Buffer) => logged.push(chunk.toString()));
    const server = service.app.server as unknown as Server;
    const unfollow = followCertificate(server, files, first, serviceLog("info", stream), 20);
    port = (service.app.server.address() as AddressInfo).port;
    close = async () => {
      unfollow();
      await service.close();
    };
  });

  beforeEach(() => {
    logged.length = 0;
  });
  afterAll(() => close());

  test("a renewed certificate is served without a restart, and said once with its end", async () => {
    expect(await shown(port)).toBe(serialOf(first));
    await write(second);
    await looks();
    expect(await shown(port)).toBe(serialOf(second));
    const [line, ...more] = logged.filter((one) => one.includes("a new certificate is served"));
    expect(JSON.parse(line ?? "")).toMatchObject({
      until: new Date(new X509Certificate(second.cert).validTo).toISOString(),
    });
    expect(more).toEqual([]);
  });

  test("with it, old protocols stay shut out", async () => {
    await expect(shown(port, "TLSv1.1")).rejects.toMatchObject({ code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION" });
  });

  test("a pair of which only one file is written yet waits, and the old one is served until then", async () => {
    await write({ cert: first.cert });
    await looks();
    expect(await shown(port)).toBe(serialOf(second));
    expect(logged.join("")).toContain("the old one is served");
    await write({ key: first.key });
    await looks();
    expect(await shown(port)).toBe(serialOf(first));
  });

  test("files that are gone for a moment change nothing", async () => {
    await rm(files.certFile);
    await looks();
    expect(await shown(port)).toBe(serialOf(first));
  });
});
