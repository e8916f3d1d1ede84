/** The open message: where it stands, the next step, and everything else one step away. */
import { Button, Divider, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { MessageView } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { AnsweredAnotherWay } from "./AnsweredAnotherWay.tsx";
import { ChannelLine } from "./ChannelLine.tsx";
import { NoReplyNeeded } from "./NoReplyNeeded.tsx";
import { OffTheClock } from "./OffTheClock.tsx";
import { ReplyButton } from "./ReplyButton.tsx";
import { StateHeader } from "./StateHeader.tsx";
import { signOf } from "./stateSigns.tsx";
import { stateWords } from "./stateWords.ts";
import { WhyThisDate } from "./WhyThisDate.tsx";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingHorizontalL}`,
  },
  others: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

interface MessageCardProps {
  readonly view: MessageView;
  readonly calendar: BusinessCalendar;
}

export function MessageCard({ view, calendar }: MessageCardProps) {
  const { addin, state, run } = usePane();
  const text = useText();
  const styles = useStyles();
  const sentence = useRef<HTMLHeadingElement>(null);
  const { standing } = view;

  /** The control that took the step is gone afterwards: the new sentence takes the focus. */
  const step = async (taken: () => Promise<void>) => {
    if (await run(taken)) sentence.current?.focus();
  };
  const off = standing === null || standing.state === "excluded";
  return (
    <article>
      <StateHeader
        ref={sentence}
        sign={signOf(view, calendar.localDay(state.now))}
        words={stateWords(view, calendar, state.now, text)}
      />
      <div className={styles.body}>
        {off && (
          <OffTheClock
            view={view}
            onNeeded={() => void step(() => addin.include())}
            onConfirmed={() => void step(() => addin.confirmOff())}
          />
        )}
        {standing !== null && !off && !standing.closed && (
          <OpenInquiry view={view} standing={standing} calendar={calendar} step={(taken) => void step(taken)} />
        )}
        {standing !== null && (off || standing.closed) && <ChannelLine standing={standing} />}
        {!off && standing.closed && view.explanation !== null && <WhyThisDate explanation={view.explanation} />}
      </div>
    </article>
  );
}

interface OpenInquiryProps extends MessageCardProps {
  readonly standing: Standing;
  readonly step: (taken: () => Promise<void>) => void;
}

function OpenInquiry({ view, standing, calendar, step }: OpenInquiryProps) {
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
  return (
    <>
      {view.canWriteBack ? <ReplyButton loud={loud} again={again} waiting={view.waiting} /> : answered}
      <ChannelLine standing={standing} />
      {view.explanation !== null && <WhyThisDate explanation={view.explanation} />}
      {(view.canWriteBack || !answering) && <Divider />}
      {view.canWriteBack && answering && answered}
      {!answering && (
        <div className={styles.others}>
          {view.canWriteBack && answered}
          <NoReplyNeeded
            senders={view.neverOffers}
            onChosen={(reason) => step(() => addin.exclude(reason))}
            onNever={(sender) => step(() => addin.neverNeedsReply(sender))}
          />
        </div>
      )}
    </>
  );
}
