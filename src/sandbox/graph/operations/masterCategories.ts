/** /…/outlook/masterCategories: a mailbox's own list of categories (graph.md §6). */
import { randomUUID } from "node:crypto";
import type { MasterCategory } from "../../api.ts";
import { graphError, graphOk, type GraphAnswer, type GraphCall, itemNotFound } from "../exchange.ts";

const colour = /^(none|preset([0-9]|1[0-9]|2[0-4]))$/;
const longestName = 255;

function shown({ id, displayName, color }: MasterCategory) {
  return { id, displayName, color: color.toLowerCase() };
}

function context({ address, owner }: GraphCall): string {
  return `${address.origin}/v1.0/$metadata#users('${owner.oid}')/outlook/masterCategories`;
}

/** Exchange keeps the colours as Office.js names them. */
function kept(color: string): string {
  return color.charAt(0).toUpperCase() + color.slice(1);
}

export function listCategories(call: GraphCall): GraphAnswer {
  return graphOk({ "@odata.context": context(call), value: call.mailbox.masterCategories.map(shown) });
}

function named({ mailbox, parts }: GraphCall): MasterCategory | undefined {
  return mailbox.masterCategories.find(({ id }) => id === parts["category"]);
}

export function getCategory(call: GraphCall): GraphAnswer {
  const category = named(call);
  return category
    ? graphOk({ "@odata.context": `${context(call)}/$entity`, ...shown(category) })
    : itemNotFound(call.now);
}

export function addCategory(call: GraphCall): GraphAnswer {
  const { mailbox, now } = call;
  const { displayName, color = "none" } = (call.body ?? {}) as { displayName?: unknown; color?: unknown };
  const isName = typeof displayName === "string" && displayName !== "" && displayName.length <= longestName;
  if (!isName || /[,;]/.test(displayName))
    return graphError(400, "ErrorInvalidArgument", "displayName: 1 to 255 characters without comma or semicolon.", now);
  if (typeof color !== "string" || !colour.test(color))
    return graphError(400, "RequestBodyRead", "color: none, or preset0 to preset24.", now);
  const isTaken = mailbox.masterCategories.some((one) => one.displayName.toLowerCase() === displayName.toLowerCase());
  if (isTaken) return graphError(409, "CategoryNameDuplicate", "A category of that name exists already.", now);
  const category: MasterCategory = { id: randomUUID(), displayName, color: kept(color) };
  mailbox.masterCategories = [...mailbox.masterCategories, category];
  call.keepSettings();
  return graphOk({ "@odata.context": `${context(call)}/$entity`, ...shown(category) }, {}, 201);
}

/** The colour alone: a name cannot be changed. */
export function changeCategory(call: GraphCall): GraphAnswer {
  const { mailbox, now } = call;
  const before = named(call);
  if (!before) return itemNotFound(now);
  const { color, ...others } = (call.body ?? {}) as { color?: unknown };
  if (typeof color !== "string" || !colour.test(color) || Object.keys(others).length > 0)
    return graphError(400, "ErrorInvalidArgument", "Only color can be changed: none, or preset0 to preset24.", now);
  const after = { ...before, color: kept(color) };
  mailbox.masterCategories = mailbox.masterCategories.map((one) => (one.id === before.id ? after : one));
  call.keepSettings();
  return graphOk({ "@odata.context": `${context(call)}/$entity`, ...shown(after) });
}

/** Messages keep the name. */
export function dropCategory(call: GraphCall): GraphAnswer {
  const { mailbox, now } = call;
  const category = named(call);
  if (!category) return itemNotFound(now);
  mailbox.masterCategories = mailbox.masterCategories.filter(({ id }) => id !== category.id);
  call.keepSettings();
  return { status: 204, headers: {}, body: undefined };
}
