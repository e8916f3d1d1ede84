/** A subject line, parted into what mail programs put before it and what a person wrote. */

export interface Subject {
  /** As received, trimmed. */
  readonly whole: string;
  /** Without reply and forward prefixes and without "[External]" marks. */
  readonly bare: string;
  /** What stands first, or null for a subject without prefix. */
  readonly prefix: "reply" | "forward" | null;
}

/** "Re:" in the languages in which mail programs write it (Outlook's localised builds, Lotus, Thunderbird). */
const replyWords = "re|aw|sv|vs|antw|odp|ynt|ref|res|rif|r|bls|atb|vá|回复|回覆|答复|답장|отв|απ|תגובה";
const forwardWords =
  "fw|fwd|tr|wg|wtr|doorst|rv|enc|i|vb|vl|pd|ilt|továbbítás|přeposl|fs|pärdsn|转发|轉寄|転送|전달|пересл|προωθ|הועבר";

const reply = new RegExp(`^(?:${replyWords})(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?\\s*[:：]\\s*`, "i");
const forward = new RegExp(`^(?:${forwardWords})(?:\\[\\d+\\]|\\(\\d+\\))?\\s*[:：]\\s*`, "i");
/** Marks that transport rules put before the subject of outside mail. */
const outsideMark = /^(?:\[(?:ext|external|externe|extern|outside)[^\]]{0,20}\]|(?:external|externe)\s*:)\s*/i;

/** Parts a subject. A subject that is nothing but prefixes has an empty `bare`. */
export function subjectOf(text: string): Subject {
  const whole = text.replace(/\s+/g, " ").trim();
  let bare = whole;
  let prefix: Subject["prefix"] = null;
  for (;;) {
    const kind = reply.test(bare) ? "reply" : forward.test(bare) ? "forward" : null;
    const shorter = bare.replace(kind === "reply" ? reply : kind === "forward" ? forward : outsideMark, "");
    if (shorter === bare) return { whole, bare, prefix };
    prefix ??= kind;
    bare = shorter;
  }
}
