/** A frame's identity, handed over in window.name before it loads (outlook-host-protocol §2, transport A). */

export interface FrameIdentity {
  /** Tells this frame's messages from another frame's; fresh for each. */
  readonly conversation: string;
  /** Id of the add-in. */
  readonly control: string;
}

/** A conversation id that no other frame has. */
export function newIdentity(control: string): FrameIdentity {
  return { conversation: `sandbox-${crypto.randomUUID()}`, control };
}

/**
 * The text for `iframe.name`.
 *
 * @param locale chooses the language of Office.js's own strings, such as "fr-CA"
 * @param clockOffset milliseconds that the shim before Office.js adds to the frame's clock
 */
export function windowName(identity: FrameIdentity, locale: string, clockOffset: number): string {
  const { conversation, control } = identity;
  // `disableLogging` keeps Microsoft's telemetry off, so that nothing leaves the computer (§9).
  const hostInfo = ["Outlook", "Web", "16.01", locale, conversation, "", "disableLogging", "0"].join("$");
  return JSON.stringify({
    baseFrameName: `_xdm_${conversation}`,
    hostInfo,
    xdmInfo: [conversation, control, `${location.origin}/`].join("|"),
    serializerVersion: 1,
    flights: "[]",
    sandboxClock: clockOffset,
  });
}
