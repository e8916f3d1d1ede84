import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { connect, type Socket } from "node:net";
import { type TestApp, testApp } from "../support/app.ts";

let service: TestApp;

beforeEach(async () => {
  service = await testApp();
});

afterEach(() => service.close());

const both = ["/api/health", "/health", "/api/ready", "/ready"];

test.each(both)("%s says ok while the database answers, to any page, and is never kept", async (url) => {
  const answer = await service.ask(null, { url });
  expect(answer.json()).toEqual({ status: "ok" });
  expect(answer.headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test.each(both)("%s is a 503 when the database does not answer", async (url) => {
  service.store.ping = () => Promise.reject(new Error("gone"));
  const answer = await service.ask(null, { url });
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ type: "urn:civicreply:problem:databaseUnavailable" });
});

/** What comes back on a connection, until it holds that many answers. */
function answers(socket: Socket, count: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      said += chunk.toString();
      if (said.split("HTTP/1.1 ").length > count) resolve(said);
    });
  });
}

test("while the service stops, a request in flight is answered, and whoever asks if it is ready hears no", async () => {
  await service.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = service.app.server.address() as { readonly port: number };
  let release = (): void => undefined;
  const entered = new Promise<void>((inside) => {
    service.store.ping = () =>
      new Promise((resolve) => {
        release = resolve;
        inside();
      });
  });
  const socket = connect(port, "127.0.0.1");
  const heard = answers(socket, 2);
  socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await entered;
  const closed = service.app.close();
  // On the same connection, while the first answer is still being worked on.
  socket.write("GET /ready HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await new Promise((resolve) => setTimeout(resolve, 50));
  release();
  const said = await heard;
  await closed;
  socket.destroy();
  expect(said).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(said).toContain("HTTP/1.1 503 Service Unavailable");
  expect(said).toContain("The service is stopping. Try again shortly.");
});
