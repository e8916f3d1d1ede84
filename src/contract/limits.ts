/** What the pane keeps to before it has fetched the contract's parsers. */

/** Inquiries that one POST /api/inquiries asks about. */
export const maxStatesPerCall = 500;
