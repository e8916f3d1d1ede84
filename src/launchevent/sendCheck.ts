/** A draft is about to be sent: what stands in it, and whether it is held once. */
import { stampFrom, stampKey, type ReplyStamp } from "../addin/ports.ts";
import { unfilledField } from "../domain/acknowledgement/unfilledField.ts";
import { heldKey } from "../office/propertyKeys.ts";
import { addressesIn, ask, composeTypeOf, conversationOf, parsedJson } from "./runtime.ts";

/** Custom properties are texts. */
const yes = "yes";

export interface DraftSeen {
  readonly composeType: string | null;
  readonly conversationId: string | null;
  readonly stamp: ReplyStamp | null;
  /** Lower-case To and Cc; null when they could not be read. */
  readonly recipients: readonly string[] | null;
  /** The first unfilled template field, in its brackets, or null. */
  readonly unfilled: string | null;
  readonly heldBefore: boolean;
  /** Marks the draft as held; calls back with whether the mark was kept. */
  readonly hold: (then: (kept: boolean) => void) => void;
}

/** Reads the draft, four calls at once; calls back when all have answered, one way or the other. */
export function lookAtDraft(item: Office.MessageCompose, then: (seen: DraftSeen) => void): void {
  let missing = 4;
  let properties: Office.CustomProperties | null = null;
  let html = "";
  let composeType: string | null = null;
  let recipients: readonly string[] | null = null;

  const answered = () => {
    missing -= 1;
    if (missing === 0) then(seenDraft(item, properties, html, composeType, recipients));
  };
  ask<Office.CustomProperties>(
    (callback) => item.loadCustomPropertiesAsync(callback),
    (bag) => {
      properties = bag;
      answered();
    },
  );
  ask<string>(
    (callback) => item.body.getAsync(Office.CoercionType.Html, callback),
    (text) => {
      html = text ?? "";
      answered();
    },
  );
  composeTypeOf(item, (type) => {
    composeType = type;
    answered();
  });
  readRecipients(item, (addresses) => {
    recipients = addresses;
    answered();
  });
}

function readRecipients(item: Office.MessageCompose, then: (addresses: readonly string[] | null) => void): void {
  addressesIn(item.to, (to) => addressesIn(item.cc, (cc) => then(to === null || cc === null ? null : [...to, ...cc])));
}

function seenDraft(
  item: Office.MessageCompose,
  properties: Office.CustomProperties | null,
  html: string,
  composeType: string | null,
  recipients: readonly string[] | null,
): DraftSeen {
  return {
    composeType,
    conversationId: conversationOf(item),
    stamp: properties === null ? null : stampFrom(parsedJson(properties.get(stampKey))),
    recipients,
    unfilled: unfilledField(html),
    heldBefore: properties !== null && properties.get(heldKey) === yes,
    hold: (then) => {
      if (properties === null) {
        then(false);
        return;
      }
      let kept = false;
      ask<unknown>(
        (callback) => {
          properties.set(heldKey, yes);
          properties.saveAsync((result) => {
            kept = String(result.status) === "succeeded";
            callback(result);
          });
        },
        () => then(kept),
      );
    },
  };
}
