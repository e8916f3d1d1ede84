/** What a row of the table of routes says, and what the code behind it is given and gives back. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type * as z from "zod/mini";
import type { Access, Caller } from "../identity/access.ts";

export type Schema = z.ZodMiniType;

interface Row {
  readonly method: "GET" | "POST" | "PUT";
  /** The whole path; what stands after a colon is named in `params`. */
  readonly address: `/${string}`;
  /** One sentence in English, for the API document. */
  readonly summary: string;
  readonly params?: Schema;
  readonly body?: Schema;
  /** What is answered; null: 204, nothing. */
  readonly answer: Schema | null;
  /** Media type of the answer; JSON when absent. */
  readonly media?: string;
  /** True: the answer carries an ETag, and who has it already is answered with 304. */
  readonly tagged?: true;
  /** Statuses of refusals that follow from what this route does; those that follow from its row are not listed. */
  readonly refusals?: readonly number[];
}

/** Of which department, or of those of which function; neither: all that the caller may see. */
export interface FiguresOf {
  readonly department?: string | undefined;
  readonly function?: string | undefined;
}

/** Figures are always asked of a department or of all that the caller may see: `query` says of which. */
interface FiguresRow extends Row {
  readonly access: "figures";
  readonly query: z.ZodMiniType<FiguresOf>;
}

interface OtherRow extends Row {
  readonly access: Exclude<Access, "figures">;
  readonly query?: Schema;
}

export type Route = FiguresRow | OtherRow;

type Read<R, Part extends string> = R extends Readonly<Record<Part, infer S extends Schema>> ? z.output<S> : undefined;

interface Given<Params, Query, Body, Who> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Null where anyone may ask. */
  readonly caller: Who;
  readonly request: FastifyRequest;
  /** For headers; or to refuse, or to send what is no JSON, and to return it then. */
  readonly reply: FastifyReply;
}

/** A request, as the row's schemas read it. */
export type Asked<R extends Route> = Given<
  Read<R, "params">,
  Read<R, "query">,
  Read<R, "body">,
  R["access"] extends "anyone" ? null : Caller
>;

type Unchanging<T> = T extends object ? { readonly [Key in keyof T]: Unchanging<T[Key]> } : T;
type Answer<R extends Route> = R["answer"] extends Schema ? Unchanging<z.output<R["answer"]>> : undefined;
type Outcome<R extends Route> = Answer<R> | FastifyReply;

/** An interface, so that two rows that differ by nothing but their address can share one handler. */
interface Behind<Request, Answer> {
  (asked: Request): Answer | Promise<Answer>;
}
export type Handler<R extends Route> = Behind<Asked<R>, Outcome<R>>;
