import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test } from "@jest/globals";
import { takenPorts } from "../../../src/tools/start/freePorts.ts";

test("a taken port is named with the option that moves it, and free ones are not", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen({ port: 0, host: "localhost" }, resolve));
  const { port } = server.address() as AddressInfo;
  const free = { page: 1 + port, addin: 2 + port, issuer: 3 + port, graph: 4 + port };
  const sentence = await takenPorts({ ...free, service: port });
  expect(sentence).toContain(`${String(port)} (--service-port)`);
  server.close();
});
