/** Where facts are kept, and how far mailboxes were looked through. A small port: SQLite and PostgreSQL stand behind it and behave alike. */
import type { Fact, InquiryId } from "../../domain/inquiry/fact.ts";
import type { KnownMailbox, MailboxSaid } from "../../domain/timeliness/coverage.ts";
import type { Instant } from "../../domain/time.ts";

/** What stands beside facts when they are taken: by which policy, and when. Never by whom. */
export interface Taking {
  readonly at: Instant;
  readonly policyVersion: string;
}

export interface FactStore {
  /** Keeps each fact once, all in one transaction; when this resolves they survive a crash. At most 3,000 at a time. */
  add(facts: readonly Fact[], taking: Taking): Promise<void>;
  /** The facts of each inquiry that is known; unknown ones are left out. */
  factsOf(inquiries: readonly InquiryId[]): Promise<ReadonlyMap<InquiryId, readonly Fact[]>>;
  /**
   * All facts of each inquiry of which some fact names one of these departments: a superset,
   * since a later hand-over may have moved it on.
   *
   * @param departments null: of every inquiry
   */
  inquiriesNaming(departments: readonly string[] | null): Promise<ReadonlyMap<InquiryId, readonly Fact[]>>;
  /**
   * Keeps what was said last of a mailbox; of two moments up to which it was looked through, the later one stays.
   *
   * @param at when it was said, by the service's clock
   */
  cover(said: MailboxSaid, at: Instant): Promise<void>;
  /** Every mailbox of which something was ever said. */
  covered(): Promise<readonly KnownMailbox[]>;
  /** Keeps a value under a name; the first one said stays. @returns the one that stays */
  keep(name: string, value: string): Promise<string>;
  /** @throws when the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be used. The message is a sentence for the administrator. */
export class StoreUnusable extends Error {
  override readonly name = "StoreUnusable";
}
