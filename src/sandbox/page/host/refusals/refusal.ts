/** One thing that Outlook on the web does not do for an add-in. */
export interface Refusal {
  readonly call: string;
  readonly condition: string;
  /** asyncResult.error.code; 0 where Office.js throws before the host hears of it. */
  readonly code: number;
  readonly by: "host" | "throws" | "Office.js";
  /**
   * "platform" are the facts on the Outlook platform, "protocol" those on the host protocol, "types" the remarks of
   * @types/office-js; "chosen" says that Outlook refuses, but that no source names the code.
   */
  readonly source: string;
}
