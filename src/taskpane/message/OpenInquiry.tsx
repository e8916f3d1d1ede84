/** An open inquiry: the next step first, then how it came and why it is due, then everything else. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import type { MessageView } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { later } from "../chunks/later.tsx";
import { Line } from "../Line.tsx";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { NoReplyNeeded } from "./NoReplyNeeded.tsx";
import { ReplyButton } from "./ReplyButton.tsx";
import { WhyThisDate } from "./WhyThisDate.tsx";

const AnsweredAnotherWay = later(() =>
  import(/* webpackChunkName: "forms" */ "./AnsweredAnotherWay.tsx").then((module) => module.AnsweredAnotherWay),
);

const useStyles = makeStyles({
  others: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalXS})`,
  },
});

interface OpenInquiryProps {
  readonly view: MessageView;
  readonly calendar: BusinessCalendar;
  readonly standing: Standing;
  readonly step: (taken: () => Promise<void>) => void;
  readonly more: ReactNode;
  /** How the message came. */
  readonly children: ReactNode;
}

export function OpenInquiry({ view, standing, calendar, step, more, children }: OpenInquiryProps) {
  const { addin, state } = usePane();
  const text = useText();
  const styles = useStyles();
  const [answering, setAnswering] = useState(false);
  const cancelled = useRef(false);

  /** Cancelling gives the focus back to the button that opened the form. */
  const returnFocus = (button: HTMLButtonElement | null) => {
    if (button === null || !cancelled.current) return;
    cancelled.current = false;
    button.focus();
  };
  const answered = answering ? (
    <AnsweredAnotherWay
      calendar={calendar}
      receivedAt={standing.receivedAt}
      now={state.now}
      onRecord={(way, at) => step(() => addin.answeredAnotherWay(way, at))}
      onCancel={() => {
        cancelled.current = true;
        setAnswering(false);
      }}
    />
  ) : (
    <Button
      ref={returnFocus}
      appearance={view.canWriteBack ? "subtle" : "primary"}
      size={view.canWriteBack ? "small" : "medium"}
      onClick={() => setAnswering(true)}
    >
      {text.answered.title}
    </Button>
  );
  const again = standing.acknowledgedAt !== null || standing.metAt !== null;
  const loud = !answering && standing.state !== "promised";
  const newTo = view.triage.customerInText === true ? (view.customer?.address ?? null) : null;
  return (
    <>
      {view.canWriteBack ? <ReplyButton loud={loud} again={again} waiting={view.waiting} newTo={newTo} /> : answered}
      {children}
      {view.explanation !== null && <WhyThisDate explanation={view.explanation} />}
      {(view.canWriteBack || !answering) && <Line />}
      {view.canWriteBack && answering && answered}
      {!answering && (
        <div className={styles.others}>
          {view.canWriteBack && answered}
          <NoReplyNeeded
            senders={view.neverOffers}
            onChosen={(reason) => step(() => addin.exclude(reason))}
            onNever={(sender) => step(() => addin.neverNeedsReply(sender))}
          />
          {more}
        </div>
      )}
    </>
  );
}
