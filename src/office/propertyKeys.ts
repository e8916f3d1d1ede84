/**
 * Custom properties of an item besides the stamp (ports.ts). Graph shows all of them as one JSON text named
 * `cecp-<add-in id>` (outlook-platform §2.1).
 */
export const decisionsKey = "civicreply.decisions";
/** Put on a draft that was held at send because of an unfilled template field: it is held once. */
export const heldKey = "civicreply.held";
