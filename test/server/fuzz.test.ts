/** Whatever comes in, the service refuses it or answers it: `npm run prove` sends 100,000 requests, `npm test` a sample. */
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import type { LightMyRequestResponse } from "fastify";
import { serviceLog } from "../../src/server/log.ts";
import { prometheusMetrics } from "../../src/server/metrics.ts";
import { proofRuns, proofSeed } from "../support/proofRuns.ts";
import { people, type TestApp, testApp } from "./support/app.ts";
import { document, expectDocumented } from "./support/documented.ts";
import { oddBytes, type OddRequest, oddRequests } from "./support/oddRequests.ts";
import { exchange } from "./support/rawConnection.ts";

jest.setTimeout(3_600_000);

/** How much the heap may grow, bytes, from the first fifth of the requests to the last: noise, not a leak. */
const growthLimit = 8 * 1024 * 1024;

let service: TestApp;
const errors: string[] = [];

beforeAll(async () => {
  const log = new PassThrough();
  log.on("data", (line: Buffer) => errors.push(line.toString()));
  service = await testApp({ log: serviceLog("error", log), metrics: prometheusMetrics() });
});

afterAll(() => service.close());

let sent = 0;
/** By role, of the present round. */
const tokens = new Map<OddRequest["who"], Promise<string>>();

/** Nobody is told to wait: in each round the same role is another person, at another address. */
const requestsPerRound = 400;
const round = (): number => Math.floor(sent / requestsPerRound);

async function authorization(who: OddRequest["who"]): Promise<Readonly<Record<string, string>>> {
  if (who === null) return {};
  const token = tokens.get(who) ?? service.issuer.token({ ...people[who], oid: `${who} ${round()}` });
  tokens.set(who, token);
  return { authorization: `Bearer ${await token}` };
}

async function send({ method, url, who, headers, payload }: OddRequest): Promise<LightMyRequestResponse> {
  sent += 1;
  if (sent % requestsPerRound === 0) tokens.clear();
  return service.app.inject({
    method: method as "GET",
    url,
    headers: { ...(await authorization(who)), ...headers },
    remoteAddress: `10.0.${round() >> 8}.${round() & 255}`,
    ...(payload === undefined ? {} : { payload }),
  });
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heapAfterCollecting(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** "PUT /api/coverage answered": how far the requests got, so that this test cannot pass by being turned away at the door. */
const reached = new Set<string>();

const expectedReach = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { requestBody }]) => {
    const route = `${method.toUpperCase()} ${path}`;
    return [`${route} answered`, ...(requestBody === undefined ? [] : [`${route} refused`])];
  }),
);

test("no request makes the service fail, crash or grow, and every answer is one that the document knows", async () => {
  const least = proofRuns(2_000, 100_000);
  const atOnce = fc.sample(oddRequests, 1)[0]?.length ?? 0;
  let early = 0;
  await fc.assert(
    fc.asyncProperty(oddRequests, async (requests) => {
      for (const request of requests) {
        const answer = await send(request);
        expect(answer.statusCode).toBeLessThan(500);
        expectDocumented(request.method, request.url, answer);
        reached.add(`${request.route ?? ""} ${answer.statusCode < 400 ? "answered" : "refused"}`);
      }
      if (early === 0 && sent >= least / 5) early = heapAfterCollecting();
    }),
    { numRuns: Math.ceil(least / atOnce), ...proofSeed(5) },
  );
  expect(sent).toBeGreaterThanOrEqual(least);
  expect(errors).toEqual([]);
  expect(expectedReach.filter((route) => !reached.has(route))).toEqual([]);
  expect(heapAfterCollecting() - early).toBeLessThan(growthLimit);
});

test("bytes that are no HTTP end their own connection and nothing else", async () => {
  await service.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = service.app.server.address() as { readonly port: number };
  await fc.assert(
    fc.asyncProperty(oddBytes, async (bytes) => {
      const said = await exchange(port, bytes);
      expect(said).toMatch(/^$|^HTTP\/1\.1 [1-4]\d\d /);
    }),
    { numRuns: proofRuns(60, 5_000), ...proofSeed(5) },
  );
  expect((await service.ask(null, { url: "/health" })).statusCode).toBe(200);
  expect(errors).toEqual([]);
});
