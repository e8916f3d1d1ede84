/** The signs of each state beside its word: an icon's shape and, last, a tone (design-ui.md, principle 3). */
import { makeStyles, tokens } from "@fluentui/react-components";
import { CalendarCheckmark20Regular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { Checkmark20Regular } from "@fluentui/react-icons/svg/checkmark";
import { Clock20Filled, Clock20Regular } from "@fluentui/react-icons/svg/clock";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { Hourglass20Regular } from "@fluentui/react-icons/svg/hourglass";
import { MailCheckmark20Regular } from "@fluentui/react-icons/svg/mail-checkmark";
import { QuestionCircle20Regular } from "@fluentui/react-icons/svg/question-circle";
import { SubtractCircle20Regular } from "@fluentui/react-icons/svg/subtract-circle";
import type { FluentIcon } from "@fluentui/react-icons";
import type { MessageView } from "../../addin/addin.ts";
import type { Standing, StandingState } from "../../domain/inquiry/standing.ts";
import type { LocalDay } from "../../domain/time.ts";

export type Tone = "neutral" | "strong" | "subtle" | "warning" | "danger" | "success" | "brand";
export type SignName = StandingState | "acknowledged" | "promiseMissed" | "unknown";

interface Sign {
  readonly icon: FluentIcon;
  readonly tone: Tone;
}

export const stateSigns: Readonly<Record<SignName, Sign>> = {
  onTrack: { icon: Clock20Regular, tone: "neutral" },
  dueSoon: { icon: Clock20Filled, tone: "strong" },
  dueToday: { icon: Hourglass20Regular, tone: "warning" },
  overdue: { icon: ErrorCircle20Filled, tone: "danger" },
  noDate: { icon: Clock20Regular, tone: "neutral" },
  repliedInTime: { icon: CheckmarkCircle20Regular, tone: "success" },
  repliedLate: { icon: Checkmark20Regular, tone: "neutral" },
  replied: { icon: Checkmark20Regular, tone: "neutral" },
  acknowledged: { icon: MailCheckmark20Regular, tone: "neutral" },
  promised: { icon: CalendarCheckmark20Regular, tone: "brand" },
  promiseMissed: { icon: ErrorCircle20Filled, tone: "warning" },
  excluded: { icon: SubtractCircle20Regular, tone: "subtle" },
  unknown: { icon: QuestionCircle20Regular, tone: "neutral" },
};

/** States in which a receipt-only acknowledgement is worth its own sign; what is pressing stays loud. */
const calm: readonly StandingState[] = ["onTrack", "dueSoon", "noDate"];

/**
 * Which signs a message bears.
 *
 * @param today the city's day: an open promise of an earlier day was missed, whatever became of older ones
 */
export function signOf({ standing, triage }: MessageView, today: LocalDay): SignName {
  if (standing === null) return triage.onTheClock ? "unknown" : "excluded";
  return standingSign(standing, today);
}

/** The signs of an inquiry, wherever it is shown. */
export function standingSign(standing: Standing, today: LocalDay): SignName {
  if (standing.state === "promised" && standing.promise !== null && standing.promise.day < today)
    return "promiseMissed";
  return standing.acknowledgedAt !== null && calm.includes(standing.state) ? "acknowledged" : standing.state;
}

/** Only warning and danger colour a surface: the one loud thing of the view. */
export const useToneStyles = makeStyles({
  neutral: { color: tokens.colorNeutralForeground1 },
  strong: { color: tokens.colorNeutralForeground1 },
  subtle: { color: tokens.colorNeutralForeground2 },
  success: { color: tokens.colorStatusSuccessForeground1 },
  brand: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  danger: { color: tokens.colorStatusDangerForeground1 },
});

export const useSurfaceStyles = makeStyles({
  neutral: {},
  strong: {},
  subtle: {},
  success: {},
  brand: {},
  warning: { backgroundColor: tokens.colorStatusWarningBackground1 },
  danger: { backgroundColor: tokens.colorStatusDangerBackground1 },
});
