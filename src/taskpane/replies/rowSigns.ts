/** The states' icons at the size of a row; the message card's are in stateSigns. */
import { CalendarCheckmark16Regular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { Clock16Filled, Clock16Regular } from "@fluentui/react-icons/svg/clock";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Hourglass16Regular } from "@fluentui/react-icons/svg/hourglass";
import { MailCheckmark16Regular } from "@fluentui/react-icons/svg/mail-checkmark";
import type { FluentIcon } from "@fluentui/react-icons";
import type { SignName } from "../message/stateSigns.tsx";

/** What is not here waits without hurry. */
export const hurriedIcons: Partial<Readonly<Record<SignName, FluentIcon>>> = {
  dueSoon: Clock16Filled,
  dueToday: Hourglass16Regular,
  overdue: ErrorCircle16Filled,
  acknowledged: MailCheckmark16Regular,
  promised: CalendarCheckmark16Regular,
  promiseMissed: ErrorCircle16Filled,
};

export const calmIcon: FluentIcon = Clock16Regular;
