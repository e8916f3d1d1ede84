/** The open message: where it stands, the next step, and everything else one step away. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { MessageView } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { Line } from "../Line.tsx";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { ChannelLine } from "./ChannelLine.tsx";
import { MoreButton } from "./MoreButton.tsx";
import { OffTheClock } from "./OffTheClock.tsx";
import { OpenInquiry } from "./OpenInquiry.tsx";
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
  // Its icon ends where the text does.
  more: { display: "flex", marginRight: `calc(-1 * ${tokens.spacingHorizontalXS})` },
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
  const moreButton = useRef<HTMLButtonElement>(null);
  const [correcting, setCorrecting] = useState(false);
  const { standing } = view;

  /** The control that took the step is gone afterwards: the new sentence takes the focus. */
  const step = async (taken: () => Promise<void>) => {
    if (await run(taken)) sentence.current?.focus();
  };
  /** The form gives the focus back to the menu that opened it, unless another form has its place. */
  const closeForm = () => {
    setCorrecting(false);
    (moreButton.current ?? sentence.current)?.focus();
  };
  const off = standing === null || standing.state === "excluded";
  const channel = standing !== null && (
    <ChannelLine view={view} standing={standing} onCorrected={correcting ? closeForm : null} />
  );
  const more = standing !== null && (
    <MoreButton ref={moreButton} view={view} standing={standing} onCorrectDay={() => setCorrecting(true)} />
  );
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
        {standing !== null && !off && !standing.closed ? (
          <OpenInquiry
            view={view}
            standing={standing}
            calendar={calendar}
            step={(taken) => void step(taken)}
            more={more}
          >
            {channel}
          </OpenInquiry>
        ) : (
          channel
        )}
        {!off && standing.closed && view.explanation !== null && <WhyThisDate explanation={view.explanation} />}
        {standing !== null && (off || standing.closed) && (
          <>
            <Line />
            <div className={styles.more}>{more}</div>
          </>
        )}
      </div>
    </article>
  );
}
