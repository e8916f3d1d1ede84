/** Asks the in-process Graph as an app does, and keeps every exchange. */
import { type InProcessGraph, type InProcessSettings, inProcessGraph } from "../../../src/sandbox/graph/inProcess.ts";
import { exchangeOf, type RecordedExchange } from "../../../src/sandbox/graph/record.ts";
import type { Mailbox } from "../../../src/sandbox/mailbox/mailbox.ts";
import { ownerByAddress, personById } from "../../../src/sandbox/people.ts";

export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly prefer?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly person?: string;
  readonly scopes?: string;
}

export interface Answered {
  readonly status: number;
  /** All of them, also those that a page's script cannot read. */
  readonly headers: Readonly<Record<string, string>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

export interface GraphClient extends InProcessGraph {
  readonly exchanges: RecordedExchange[];
  readonly mailbox: Mailbox;
  readonly shared: Mailbox;
  /** @param place behind /v1.0, or a whole link */
  ask(place: string, asked?: Asked): Promise<Answered>;
}

export const immutable = 'IdType="ImmutableId"';
export const everything = "User.Read Mail.ReadWrite MailboxSettings.ReadWrite Mail.ReadWrite.Shared";
export const inbox = "/me/mailFolders/inbox/messages/delta";

export async function graphClient(settings: InProcessSettings = {}): Promise<GraphClient> {
  const exchanges: RecordedExchange[] = [];
  const site = await inProcessGraph({
    ...settings,
    record: (request, answer) => exchanges.push(exchangeOf(request, answer)),
  });
  const tokens = new Map<string, string>();
  async function token(scopes: string, person: string): Promise<string> {
    const known = tokens.get(`${person} ${scopes}`) ?? (await site.token(scopes, person));
    tokens.set(`${person} ${scopes}`, known);
    return known;
  }
  return {
    ...site,
    exchanges,
    mailbox: site.mailboxes.of(personById("employee")!),
    shared: site.mailboxes.of(ownerByAddress("planning@sprucegrove.example")!),
    async ask(place, { method = "GET", body, prefer = immutable, headers = {}, person = "employee", scopes } = {}) {
      const answer = await site.graph.answer({
        method,
        url: place.startsWith("http") ? place : site.base + place,
        headers: {
          authorization: `Bearer ${await token(scopes ?? everything, person)}`,
          ...(prefer === "" ? {} : { prefer }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        body: body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown),
      });
      if (answer === null) throw new Error("the answer was lost");
      return { status: answer.status, headers: answer.headers, json: answer.body };
    },
  };
}

export function query(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}

export interface DeltaRound {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly items: readonly any[];
  readonly pages: number;
  readonly deltaLink: string;
}

/** Follows a delta to its deltaLink. */
export async function round(client: GraphClient, place: string, asked: Asked = {}): Promise<DeltaRound> {
  const items: unknown[] = [];
  let pages = 0;
  for (let next: string | undefined = place; next !== undefined; pages += 1) {
    const { status, json } = await client.ask(next, asked);
    if (status !== 200) throw new Error(`status ${status}: ${JSON.stringify(json)}`);
    items.push(...json.value);
    next = json["@odata.nextLink"];
    if (json["@odata.deltaLink"]) return { items, pages: pages + 1, deltaLink: json["@odata.deltaLink"] };
  }
  throw new Error("no deltaLink");
}
