import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { Writable } from "node:stream";
import fc from "fast-check";
import type { LightMyRequestResponse } from "fastify";
import { problemSchema } from "../../../src/contract/problem.ts";
import { serviceLog } from "../../../src/server/log.ts";
import { people, type TestApp, testApp, type Who } from "../support/app.ts";
import { publishing, publishingPolicy } from "./support/publishing.ts";

// Real databases, on a machine that may be busy.
jest.setTimeout(60_000);

let service: TestApp;

beforeAll(async () => {
  service = await testApp({ policy: publishing() });
});

afterAll(() => service.close());

/** Each caller has an address of their own, so that no test meets another's limit. */
let callers = 0;
function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  app = service,
): Promise<LightMyRequestResponse> {
  callers += 1;
  return app.app.inject({ url, headers, remoteAddress: `10.0.${callers >> 8}.${callers & 255}` });
}

const question = "channel=email&on=2026-11-23T15:10";

describe("who may see it", () => {
  const everyone: readonly (Who | null)[] = [null, ...(Object.keys(people) as Who[])];

  test.each(everyone.map((who) => [who ?? "nobody", who] as const))(
    "%s, with or without a token",
    async (_name, who) => {
      for (const url of ["/standard", "/standard.json", "/standard.css"])
        expect((await service.ask(who, { url })).statusCode).toBe(200);
    },
  );

  test("nobody, where the site does without it", async () => {
    const without = await testApp({ policy: publishing(), standard: null });
    for (const url of ["/standard", "/standard.json", "/standard.css"])
      expect((await ask(url, {}, without)).statusCode).toBe(404);
    await without.close();
  });

  test("a runaway program is told to wait, by its address and nobody else's", async () => {
    const url = "/standard.json";
    const statuses = new Set<number>();
    for (let n = 0; n < 121; n += 1)
      statuses.add((await service.app.inject({ url, remoteAddress: "192.0.2.1" })).statusCode);
    expect([...statuses]).toEqual([200, 429]);
    expect((await service.app.inject({ url, remoteAddress: "192.0.2.2" })).statusCode).toBe(200);
  });
});

describe("the language", () => {
  test.each([
    ["/standard", "fr-CA, en;q=0.5", "fr", "Nos délais de réponse"],
    ["/standard", "en", "en", "How soon we reply"],
    ["/standard?language=fr", "en", "fr", "Nos délais de réponse"],
    ["/standard?language=en", "fr", "en", "How soon we reply"],
    ["/standard?language=de", "fr", "fr", "Nos délais de réponse"],
  ])("of %s for %s is %s", async (url, accepted, language, title) => {
    const answer = await ask(url, { "accept-language": accepted });
    expect(answer.headers["content-language"]).toBe(language);
    expect(answer.headers["vary"]).toMatch(/accept-language/i);
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.body).toContain(`<h1>${title}</h1>`);
  });

  test("can be changed without losing the question", async () => {
    const { body } = await ask(`/standard?language=fr&${question}`);
    expect(body).toContain(
      'href="standard?language=en&amp;channel=email&amp;department=&amp;day=2026-11-23&amp;time=15%3A10"',
    );
  });
});

describe("the page", () => {
  test("says all that is published", async () => {
    const { body } = await ask("/standard");
    for (const said of [
      "Town of Elm Bend",
      "2 business days",
      "measured, no promise",
      "Replies may take longer at the moment",
      "E-mail: 3 business days instead of 2",
      "Town Manager, CS-1 §5.2",
      "E-mail: 4 business days",
      "Office hours are Monday to Friday",
      "With two business days",
      "The city has yet to confirm this.",
      "open 8:30 a.m. to noon",
      "Closures are confirmed through Thursday, December 31.",
      "We care.",
      "How well we kept it",
      "fewer than 3",
      "Town of Elm Bend, version 2026-1.",
    ])
      expect(body).toContain(said);
  });

  test("shows no figures where the policy does not publish them", async () => {
    const closed = await testApp({ policy: publishing({ privacy: {} }) });
    expect((await ask("/standard", {}, closed)).body).not.toContain("How well we kept it");
    expect((await ask("/standard.json", {}, closed)).json()).toMatchObject({ figures: null });
    await closed.close();
  });

  test("says that invented figures are invented", async () => {
    const sample = await testApp({ policy: publishing(), sampleData: true });
    expect((await ask("/standard", {}, sample)).body).toContain("These figures are invented");
    await sample.close();
  });

  test("runs no script, and takes nothing from elsewhere", async () => {
    const { headers, body } = await ask("/standard");
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(body).not.toMatch(/<script| style=| on[a-z]+=|https?:/);
    const stylesheet = /href="(standard\.css[^"]*)"/.exec(body)?.[1] ?? "none";
    expect((await ask(`/${stylesheet}`)).headers["content-type"]).toContain("text/css");
  });

  test("takes nothing in a policy for markup", async () => {
    const bad = `<img src=x onerror="alert(1)">`;
    const hostile = publishing({
      name: bad,
      city: { name: bad },
      channels: { email: { ...publishingPolicy.channels.email, name: bad, names: {}, clause: bad } },
      departments: { parks: { name: bad, responseDays: { email: 1 }, authority: bad } },
      highVolume: [{ ...publishingPolicy.highVolume[0], reason: bad, authority: bad }],
      commitment: { texts: { en: bad }, clause: bad },
    });
    const app = await testApp({ policy: hostile });
    const { body } = await ask(`/standard?${question}`, {}, app);
    expect(body).toContain("&lt;img");
    expect(body).not.toContain("<img");
    await app.close();
  });
});

describe("“I wrote on …, by when?”", () => {
  test("is answered by the due date's own function, with the chain of “Why this date?”", async () => {
    const { statusCode, body } = await ask("/standard?channel=email&day=2026-11-20&time=17%3A10");
    expect(statusCode).toBe(200);
    expect(body).toContain("<title>Reply due Wednesday, November 25, by 4:30 p.m. – ");
    for (const said of [
      "As announced for a period of high volume: Thursday, November 26, by 4:30 p.m.",
      "Counts as received Mon, Nov 23, 8:30 a.m.",
      "Fri, Nov 20 – arrived after closing",
      "Sat, Nov 21 – weekend",
      "Wed, Nov 25 – business day 2 of 2",
      "the reply is due by closing time on the second business day after",
      "Clause: CS-1 §5.1.",
      "Local times: America/Edmonton by tz database",
    ])
      expect(body).toContain(said);
  });

  test("is answered as data with the same chain", async () => {
    const { answer } = (await ask(`/standard.json?${question}`)).json<{ answer: object }>();
    expect(answer).toMatchObject({
      channel: "email",
      department: null,
      sentence: "Reply due Wednesday, November 25, by 4:30 p.m.",
      chain: {
        receivedAt: "2026-11-23T21:10:00Z",
        responseDays: 2,
        due: { dueAt: "2026-11-25T22:30:00Z", dueDay: "2026-11-25", provisional: false },
        announced: { dueDay: "2026-11-26" },
        days: [{ number: 0 }, { number: 1 }, { number: 2 }],
      },
    });
  });

  test("goes by a department's own standard where it has one", async () => {
    const { body } = await ask("/standard?channel=email&department=parks&day=2026-11-23&time=15%3A10");
    expect(body).toContain("Reply due Friday, November 27, by 4:30 p.m.");
  });

  test("says so where nothing is promised, and where a date is provisional", async () => {
    const measured = await ask("/standard?channel=counter&day=2026-11-23&time=15%3A10");
    expect(measured.body).toContain("The policy promises no response time for “Counter”");
    const later = await ask("/standard?channel=email&day=2026-12-31&time=15%3A10");
    expect(later.body).toContain("Provisional: the closures of that time are not yet confirmed.");
  });

  test("that cannot be answered is a bad request with a sentence at each field", async () => {
    const { statusCode, body } = await ask("/standard?channel=email&day=2026-02-30&time=");
    expect(statusCode).toBe(400);
    expect(body).toContain("<title>The date cannot be worked out yet – ");
    expect(body).toContain('<a href="#day">There is no such day. Check the month and the date.</a>');
    expect(body).toContain('aria-invalid="true" aria-describedby="time-problem hint"');
  });

  test("that cannot be answered as data is a problem document, in the language asked for", async () => {
    const answer = await ask("/standard.json?language=fr&channel=email&on=2026-02-30T10:00");
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(problemSchema.safeParse(answer.json()).success).toBe(true);
    expect(answer.json()).toMatchObject({
      field: "on",
      title: "Demande incorrecte",
      detail: "Ce jour n’existe pas. Vérifiez le mois et le quantième.",
    });
  });

  test("leaves no trace: not in the logs, not in the database, not in a cache", async () => {
    let logged = "";
    const to = new Writable({
      write(chunk: Buffer, _encoding, done) {
        logged += chunk.toString();
        done();
      },
    });
    const app = await testApp({ policy: publishing(), log: serviceLog("debug", to) });
    for (const url of [`/standard?${question}`, `/standard.json?${question}`, "/standard?channel=email&on=2026-99"]) {
      const answer = await ask(url, {}, app);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.headers["etag"]).toBeUndefined();
    }
    expect(logged).toContain('"route":"/standard"');
    expect(logged).not.toMatch(/2026-11-23|15:10|channel|10\.0\./);
    expect((await app.store.inquiriesAfter("", 1)).last).toBeNull();
    await app.close();
  });

  test("whatever is asked, there is an answer or a sentence, and nothing of it is markup", async () => {
    const word = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("email", "parks", "2026-11-23", "2026-11-23T15:10", "15:10", "<b>", '"><script>', "0000-01-01"),
    );
    const names = fc.constantFrom("channel", "department", "on", "day", "time", "language", "x");
    const asking = fc.array(fc.tuple(names, word), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(asking, fc.constantFrom("/standard", "/standard.json"), async (pairs, address) => {
        const { statusCode, body } = await ask(`${address}?${new URLSearchParams([...pairs]).toString()}`);
        expect([200, 400]).toContain(statusCode);
        if (address === "/standard") expect(body).not.toMatch(/<script|<b>/);
        else expect(JSON.parse(body)).toBeInstanceOf(Object);
      }),
    );
  });
});

describe("the data", () => {
  test("is what the page says, and any page of the city may show it", async () => {
    const answer = await ask("/standard.json", { origin: "https://www.elmbend.example" });
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(answer.headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(answer.json()).toMatchObject({
      language: "en",
      city: "Town of Elm Bend",
      today: "2026-11-25",
      channels: [{ id: "email", responseDays: 2 }, { id: "voicemail" }, { id: "counter", responseDays: null }],
      mailChannel: "email",
      highVolume: [{ from: "2026-11-16", to: "2026-12-04", responseDays: { email: 3 } }],
      confirmedThrough: "2026-12-31",
      figures: { minimum: 3, sampleData: false },
      answer: null,
    });
  });
});

describe("a caller who has it already", () => {
  test.each(["/standard", "/standard.json", "/standard.css"])("is not sent %s again", async (url) => {
    const first = await ask(url);
    expect(first.headers["cache-control"]).toBe("public, max-age=300");
    const etag = String(first.headers["etag"]);
    const again = await ask(url, { "if-none-match": `W/${etag}, "other"` });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  test("is sent the page in another language all the same", async () => {
    const etag = String((await ask("/standard?language=en")).headers["etag"]);
    expect((await ask("/standard?language=fr", { "if-none-match": etag })).statusCode).toBe(200);
  });
});
