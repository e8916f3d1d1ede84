/**
 * A custom property of a draft, besides the stamp (ports.ts) and the decisions (addin/decisions.ts): put on one that
 * was held at send because of an unfilled template field, so that it is held once.
 */
export const heldKey = "civicreply.held";
