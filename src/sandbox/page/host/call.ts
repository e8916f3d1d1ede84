/** One call of the add-in, as the table of calls answers it. */
import type { MasterCategory } from "../../api.ts";
import type { Answer } from "./answer.ts";
import { type Fields, fieldsOf, textOf } from "./envelope.ts";
import type { HostedAddin, OpenDraft, OpenItem, OutlookWindow, Surface } from "./outlook.ts";

export interface Call<Item = OpenItem> {
  readonly params: Fields;
  readonly item: Item;
  readonly outlook: OutlookWindow;
  readonly addin: HostedAddin;
  readonly surface: Surface;
  /** JSON given with the button that opened the pane (getInitializationContextAsync). */
  readonly context: string;
}

/** `needs` says which item must be open; Office.js offers no item call without one. */
export type Method =
  | { readonly needs: "nothing"; readonly run: (call: Call<OpenItem | null>) => Answer | Promise<Answer> }
  | { readonly needs: "item"; readonly run: (call: Call) => Answer | Promise<Answer> }
  | { readonly needs: "draft"; readonly run: (call: Call<OpenDraft>) => Answer | Promise<Answer> };

/** By dispatch id. */
export type Methods = Readonly<Record<number, Method>>;

export function onMailbox(run: (call: Call<OpenItem | null>) => Answer | Promise<Answer>): Method {
  return { needs: "nothing", run };
}

export function onItem(run: (call: Call) => Answer | Promise<Answer>): Method {
  return { needs: "item", run };
}

export function onDraft(run: (call: Call<OpenDraft>) => Answer | Promise<Answer>): Method {
  return { needs: "draft", run };
}

/** The master list that counts for the open item: of the mailbox that it lies in. */
export function masterCategoriesFor({ item, outlook }: Call<OpenItem | null>): readonly MasterCategory[] {
  return item?.sharedFrom?.masterCategories() ?? outlook.masterCategories();
}

/** Texts of an array parameter; what is no text is left out. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}

/** Texts of an object parameter, by key. */
export function textFields(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([key, field]) => [key, textOf(field)]));
}

/** On the wire 0 is text and 3 is HTML. */
export function isHtml(params: Fields): boolean {
  return params["coercionType"] === 3;
}
