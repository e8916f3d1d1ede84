/** Sends the colleagues' sample inquiries to the service, as colleagues would: with their own tokens, over HTTP. */
import { createHash, createHmac } from "node:crypto";
import { request } from "node:https";
import { type FactAnswers, factAnswersSchema, maxFactsPerBatch } from "../../contract/facts.ts";
import { meSchema } from "../../contract/me.ts";
import { parseWith } from "../../contract/parse.ts";
import type { ServedPolicy } from "../../contract/served.ts";
import type { Fact, FactId, InquiryId, Observation } from "../../domain/inquiry/fact.ts";
import { factContent } from "../../domain/inquiry/factId.ts";
import { rulesOf } from "../../domain/inquiry/rules.ts";
import type { SandboxClock } from "../clock.ts";
import type { Issuer, TokenPerson } from "../issuer/issuer.ts";
import { scopesOf } from "../issuer/scopes.ts";
import type { KeptState } from "../keptState.ts";
import { apiScope } from "../people.ts";
import { sampleInquiries } from "./sampleInquiries.ts";

export interface SampleOutcome {
  /** Facts that the service took; 0 when an earlier start had sent them. */
  readonly sent: number;
  readonly refused: number;
}

interface SampleParts {
  readonly origins: { readonly service: string };
  readonly issuer: Issuer;
  readonly clock: SandboxClock;
  readonly policy: ServedPolicy;
  /** PEM of the service's certificate. */
  readonly ca: string;
}

const colleagues: readonly TokenPerson[] = Array.from({ length: 6 }, (_, index) => ({
  oid: `a1000000-5a3e-4c1b-8d2f-6e7f8091010${index}`,
  name: `Sample colleague ${index + 1}`,
  address: `sample.colleague.${index + 1}@sprucegrove.example`,
  roles: [],
  groups: [],
}));

/**
 * Sends them unless an earlier start did. A second sending after a failure counts nothing twice: facts have their ids
 * from their content.
 *
 * @throws Error when the service does not answer, or refuses a token
 */
export async function sendSamplesOnce(parts: SampleParts, state: KeptState): Promise<SampleOutcome> {
  if (state.memory.sampled) return { sent: 0, refused: 0 };
  const outcome = await sendSamples(parts);
  state.memory.sampled = true;
  state.keep();
  return outcome;
}

async function sendSamples(parts: SampleParts): Promise<SampleOutcome> {
  const inquiries = sampleInquiries(rulesOf(parts.policy), parts.clock.now(), colleagues.length);
  let sent = 0;
  let refused = 0;
  for (const [index, colleague] of colleagues.entries()) {
    const ask = await asker(parts, colleague);
    const { inquiryKey } = valueOf(parseWith(meSchema, await ask("GET", "/api/me", null)));
    const facts = inquiries
      .filter((inquiry) => inquiry.colleague === index)
      .flatMap(({ internetMessageId, observations }) =>
        observations.map((one) => factOf(inquiryKey, internetMessageId, one)),
      );
    for (let from = 0; from < facts.length; from += maxFactsPerBatch) {
      const batch = { facts: facts.slice(from, from + maxFactsPerBatch) };
      const { answers } = valueOf<FactAnswers>(parseWith(factAnswersSchema, await ask("POST", "/api/facts", batch)));
      sent += answers.filter(({ taken }) => taken).length;
      refused += answers.filter(({ taken }) => !taken).length;
    }
  }
  return { sent, refused };
}

/** As the add-in names inquiries and facts. */
export function factOf(inquiryKey: string, internetMessageId: string, observation: Observation): Fact {
  const inquiry = createHmac("sha256", Buffer.from(inquiryKey, "base64url"))
    .update(internetMessageId)
    .digest("base64url");
  const id = createHash("sha256").update(factContent(observation)).digest("base64url");
  return { ...observation, inquiry: inquiry as InquiryId, id: id as FactId };
}

function valueOf<T>(read: ReturnType<typeof parseWith<T>>): T {
  if (read.ok) return read.value;
  throw new Error(`The service answered in a way that is not its contract's: ${read.problems[0]?.message ?? ""}`);
}

type Ask = (method: "GET" | "POST", path: string, body: unknown) => Promise<unknown>;

async function asker({ issuer, origins, ca }: SampleParts, colleague: TokenPerson): Promise<Ask> {
  const scopes = scopesOf(apiScope);
  if ("code" in scopes) throw new Error(scopes.description);
  const authorization = `Bearer ${await issuer.accessToken(colleague, scopes)}`;
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = { authorization, ...(body === null ? {} : { "content-type": "application/json" }) };
      const asked = request(origins.service + path, { method, headers, ca, timeout: 30_000 }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          if (answer.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${method} ${path}: status ${String(answer.statusCode)}: ${text.slice(0, 300)}`));
        });
        answer.on("error", reject);
      });
      asked.on("error", reject);
      asked.on("timeout", () => asked.destroy(new Error("The service did not answer in time.")));
      asked.end(body === null ? undefined : JSON.stringify(body));
    });
}
