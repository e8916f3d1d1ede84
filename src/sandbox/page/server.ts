/** The sandbox server, as src/sandbox/api.ts says it. */
import type {
  Behind,
  FaultsRequest,
  FolderName,
  MailItem,
  MailPatch,
  MailRow,
  MasterCategory,
  MessagePlace,
  NewDraft,
  OwnFolder,
  SandboxEvent,
  SandboxFaults,
  SandboxState,
} from "../api.ts";
import { type Fields, fieldsOf, textOf } from "./host/envelope.ts";

/** The server refused; the message is for the person at the sandbox. */
export class ServerRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = "ServerRefusal";
    this.status = status;
  }
}

async function reasonOf(response: Response): Promise<string> {
  try {
    return textOf(fieldsOf(await response.json())["message"]) || response.statusText;
  } catch {
    return response.statusText;
  }
}

async function request(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init);
  if (!response.ok) throw new ServerRefusal(response.status, await reasonOf(response));
  return response;
}

async function get<T>(path: string): Promise<T> {
  return (await (await request(path)).json()) as T;
}

async function send<T>(method: string, path: string, body: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  return (await (await request(path, { method, headers, body: JSON.stringify(body) })).json()) as T;
}

/** Everything the page asks of the server, for one mailbox. Each rejects with ServerRefusal or TypeError. */
export class SandboxServer {
  readonly #person: string;
  readonly #shared: string | null;

  /**
   * @param person id, or "" for the first one the server knows
   * @param shared id of the shared mailbox that messages and folders are asked of; null: the person's own
   */
  constructor(person: string, shared: string | null = null) {
    this.#person = person;
    this.#shared = shared;
  }

  /** The same person in a shared mailbox, or in their own. */
  in(shared: string | null): SandboxServer {
    return new SandboxServer(this.#person, shared);
  }

  #path(path: string, query: Readonly<Record<string, string>> = {}): string {
    const asked = new URLSearchParams(query);
    if (this.#person !== "") asked.set("person", this.#person);
    if (this.#shared !== null) asked.set("mailbox", this.#shared);
    return `/api/${path}?${asked.toString()}`;
  }

  #item(path: string, id: string): string {
    return this.#path(`${path}/${encodeURIComponent(id)}`);
  }

  state(): Promise<SandboxState> {
    return get(this.#path("state"));
  }

  messages(folder: FolderName): Promise<readonly MailRow[]> {
    return get(this.#path("messages", { folder }));
  }

  message(id: string): Promise<MailItem> {
    return get(this.#item("messages", id));
  }

  conversation(id: string): Promise<readonly MailItem[]> {
    return get(this.#item("conversations", id));
  }

  change(id: string, patch: MailPatch): Promise<MailItem> {
    return send("PATCH", this.#item("messages", id), patch);
  }

  /** To Deleted Items; a draft, or anything for good, is gone. */
  async remove(id: string, forGood = false): Promise<void> {
    const query: Readonly<Record<string, string>> = forGood ? { forGood: "1" } : {};
    await request(this.#path(`messages/${encodeURIComponent(id)}`, query), { method: "DELETE" });
  }

  move(id: string, folder: FolderName): Promise<MailItem> {
    return send("POST", this.#path(`messages/${encodeURIComponent(id)}/move`), { folder });
  }

  /** Where a message lies among all mailboxes of the person; null: nowhere. @param id in either form */
  place(id: string): Promise<MessagePlace | null> {
    return get(this.#item("places", id));
  }

  newFolder(label: string): Promise<OwnFolder> {
    return send("POST", this.#path("folders"), { label });
  }

  /** What happens without the add-in. */
  behind(deed: Behind): Promise<readonly MailRow[]> {
    return send("POST", this.#path("behind"), deed);
  }

  newDraft(draft: NewDraft): Promise<MailItem> {
    return send("POST", this.#path("drafts"), draft);
  }

  sendDraft(id: string): Promise<MailItem> {
    return send("POST", this.#path(`drafts/${encodeURIComponent(id)}/send`), {});
  }

  saveCategories(categories: readonly MasterCategory[]): Promise<readonly MasterCategory[]> {
    return send("PUT", this.#path("categories"), categories);
  }

  saveRoaming(settings: Readonly<Record<string, string>>): Promise<unknown> {
    return send("PUT", this.#path("roaming"), settings);
  }

  arrive(id: string): Promise<MailRow> {
    return send("POST", this.#path("arrivals"), { id });
  }

  /** A file arrives as a message; the server's sentence when it is none. */
  async arriveFile(file: Blob): Promise<MailRow | { readonly refused: string }> {
    const headers = { "content-type": "message/rfc822" };
    const response = await request(this.#path("arrivals"), { method: "POST", headers, body: file });
    return (await response.json()) as MailRow | { readonly refused: string };
  }

  setClock(to: "tomorrow" | "nextDue" | "now"): Promise<{ readonly clockOffset: number }> {
    return send("POST", this.#path("clock"), { to });
  }

  setFaults(change: FaultsRequest): Promise<SandboxFaults> {
    return send("POST", this.#path("faults"), change);
  }

  broker(body: Fields): Promise<Fields> {
    return send("POST", this.#path("broker"), body);
  }

  /** The address of an attachment, for a link. */
  attachmentPath(messageId: string, id: string): string {
    return this.#path(`attachments/${encodeURIComponent(messageId)}/${encodeURIComponent(id)}`);
  }

  async attachment(messageId: string, id: string): Promise<ArrayBuffer> {
    return (await request(this.attachmentPath(messageId, id))).arrayBuffer();
  }

  /** Listens to what changes; returns how to stop. The browser connects anew by itself. */
  events(listener: (event: SandboxEvent) => void): () => void {
    const source = new EventSource(this.#path("events"));
    source.onmessage = (message: MessageEvent<string>) => listener(JSON.parse(message.data) as SandboxEvent);
    return () => source.close();
  }
}
