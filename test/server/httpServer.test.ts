import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { type AddressInfo, connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls, type SecureVersion } from "node:tls";
import { usualLimits } from "../../src/server/limits.ts";
import { type TestApp, testApp } from "./support/app.ts";
import { testCertificate } from "./support/certificate.ts";

// Real sockets, on a machine that may be busy.
jest.setTimeout(30_000);

/** A request has 600 ms to arrive, its headers 200. */
const limits = { ...usualLimits, requestMs: 600, keepAliveMs: 300, connections: 3 };
const open: Socket[] = [];

async function listening(service: TestApp): Promise<number> {
  await service.app.listen({ host: "127.0.0.1", port: 0 });
  return (service.app.server.address() as AddressInfo).port;
}

interface Heard {
  readonly text: string;
  /** From the connection to its end. */
  readonly ms: number;
}

/** Connects, writes what it is given, and hears what comes until the connection ends. */
function talk(port: number, write: (socket: Socket) => void): Promise<Heard> {
  return new Promise((resolve) => {
    const from = performance.now();
    const socket = connectTcp(port, "127.0.0.1", () => write(socket));
    open.push(socket);
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    // A connection that is cut is what the tests wait for.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve({ text, ms: performance.now() - from }));
  });
}

function drip(socket: Socket, text: string): void {
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(text);
  }, 50);
}

describe("a connection", () => {
  let service: TestApp;
  let port: number;

  beforeAll(async () => {
    service = await testApp({ limits });
    port = await listening(service);
  });

  afterAll(async () => {
    for (const socket of open) socket.destroy();
    await service.close();
  });

  test("whose headers come letter by letter is closed", async () => {
    const { text, ms } = await talk(port, (socket) => {
      socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      drip(socket, "a");
    });
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(ms).toBeLessThan(5000);
  });

  test("whose body comes letter by letter is closed", async () => {
    const token = await service.issuer.token({});
    const { text, ms } = await talk(port, (socket) => {
      const type = "Content-Type: application/json\r\nContent-Length: 100000";
      socket.write(`POST /api/facts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n${type}\r\n\r\n`);
      drip(socket, " ");
    });
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(ms).toBeLessThan(5000);
  });

  test("that says nothing is closed", async () => {
    expect((await talk(port, () => undefined)).ms).toBeLessThan(5000);
  });

  test("that waits for another request is closed after a while, and each request in time is answered", async () => {
    const { text } = await talk(port, (socket) => {
      const ask = (): boolean => socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      ask();
      setTimeout(ask, 100);
    });
    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  test("beyond the most is closed at once, and there is room again when one ends", async () => {
    const held = [1, 2, 3].map(() => talk(port, (socket) => socket.write("GET /health HTTP/1.1\r\n")));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const fourth = await talk(port, (socket) => socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    expect(fourth.text).toBe("");
    await Promise.all(held);
    const fifth = await talk(port, (socket) => socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    expect(fifth.text).toMatch(/^HTTP\/1\.1 200 OK/);
  });
});

test("an answer that nobody reads is given up", async () => {
  const service = await testApp({ limits: { ...limits, requestMs: 150 } });
  const size = 64_000_000;
  service.app.get("/long", (_request, reply) => reply.send("x".repeat(size)));
  const port = await listening(service);
  let reader: Socket | undefined;
  await talk(port, (socket) => {
    reader = socket;
    socket.write("GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n");
    socket.pause();
    // Node waits twice 600 ms, to see whether anything moved; only who reads on sees that the end has come.
    setTimeout(() => socket.resume(), 2500);
  });
  await service.close();
  expect(reader?.bytesRead).toBeLessThan(size);
});

describe("over TLS", () => {
  let service: TestApp;
  let port: number;

  beforeAll(async () => {
    service = await testApp({ limits, tls: await testCertificate() });
    port = await listening(service);
  });

  afterAll(() => service.close());

  /** @returns the protocol that both agreed on, or why they did not */
  function agreed(version: SecureVersion, ciphers = "DEFAULT:@SECLEVEL=0"): Promise<string | null> {
    return new Promise((resolve) => {
      // Old protocols need old ciphers, which OpenSSL gives out only at its lowest security level.
      const old = { minVersion: version, maxVersion: version, ciphers };
      const socket = connectTls({ port, host: "127.0.0.1", rejectUnauthorized: false, ...old }, () => {
        resolve(socket.getProtocol());
        socket.destroy();
      });
      socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    });
  }

  test("versions 1.2 and 1.3 are spoken, older ones are not", async () => {
    expect(await agreed("TLSv1.3")).toBe("TLSv1.3");
    expect(await agreed("TLSv1.2")).toBe("TLSv1.2");
    for (const version of ["TLSv1.1", "TLSv1"] as const)
      expect(await agreed(version)).toBe("ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION");
  });

  test("ciphers without forward secrecy, or that do not notice changes, are not spoken", async () => {
    expect(await agreed("TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256")).toBe("TLSv1.2");
    for (const cipher of ["AES128-GCM-SHA256", "ECDHE-RSA-AES128-SHA256"])
      expect(await agreed("TLSv1.2", cipher)).toMatch(/HANDSHAKE_FAILURE/);
  });

  test("a handshake that never ends is closed", async () => {
    const { text, ms } = await talk(port, () => undefined);
    expect(text).not.toContain("HTTP");
    expect(ms).toBeLessThan(5000);
  });
});
