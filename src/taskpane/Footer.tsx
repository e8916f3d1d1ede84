/** How fresh it is, and what is missing just now: a plain sentence each, which says what to do. */
import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { Info16Regular } from "@fluentui/react-icons/svg/info";
import { QuestionCircle16Regular } from "@fluentui/react-icons/svg/question-circle";
import type { Notice } from "../addin/addin.ts";
import { ofThisWeek } from "../addin/putOff.ts";
import { minuteMs } from "../domain/time.ts";
import { shortDay } from "../domain/wording/dates.ts";
import { usePane } from "./pane.tsx";
import { useText } from "./text/useText.tsx";

const useStyles = makeStyles({
  footer: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  notices: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  notice: { display: "grid", gridTemplateColumns: "16px 1fr", columnGap: tokens.spacingHorizontalS },
  signIn: { gridColumn: 2, justifySelf: "start", marginTop: tokens.spacingVerticalXS },
  fresh: { display: "flex", alignItems: "center", justifyContent: "space-between", minHeight: "24px" },
  review: {
    alignSelf: "flex-start",
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    minWidth: "auto",
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
  },
  again: {
    marginRight: `calc(-1 * ${tokens.spacingHorizontalS})`,
    minWidth: "auto",
    fontWeight: tokens.fontWeightRegular,
  },
});

interface FooterProps {
  readonly reviewRef: (button: HTMLButtonElement | null) => void;
  /** Null while the review list is shown. */
  readonly onReview: (() => void) | null;
}

export function Footer({ reviewRef, onReview }: FooterProps) {
  const { addin, state, run } = usePane();
  const { pane, review } = useText();
  const styles = useStyles();
  const { notices, lookedAt, now, busy, looking } = state;
  const minutes = lookedAt === null ? null : Math.max(0, Math.floor((now - lookedAt) / minuteMs));
  const freshness = busy ? pane.looking : minutes === null ? null : pane.looked(minutes);
  const fresh = looking === null ? freshness : pane.lookingThrough(looking);
  const putOff = ofThisWeek(state.putOff, now).length;
  const reviewable = onReview !== null && (putOff > 0 || state.neverSenders.length > 0);
  if (notices.length === 0 && fresh === null && !reviewable) return null;
  return (
    <footer className={styles.footer}>
      {notices.length > 0 && (
        <ul className={styles.notices}>
          {notices.map((notice) => (
            <NoticeLine key={notice.code} notice={notice} />
          ))}
        </ul>
      )}
      {reviewable && (
        <Button ref={reviewRef} appearance="subtle" size="small" className={styles.review} onClick={onReview}>
          {review.link(putOff)}
        </Button>
      )}
      {fresh !== null && (
        <div className={styles.fresh}>
          <Caption1>{fresh}</Caption1>
          <Button
            appearance="subtle"
            size="small"
            className={styles.again}
            disabledFocusable={busy || looking !== null}
            onClick={() => void run(() => addin.refresh())}
          >
            {pane.lookAgain}
          </Button>
        </div>
      )}
    </footer>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { addin, state, run } = usePane();
  const { pane, language } = useText();
  const styles = useStyles();
  // What waits grows while the service stays away.
  const said = notice.code === "serviceAway" ? { ...notice, count: state.waitingFacts } : notice;
  const day = notice.day === undefined ? null : shortDay(notice.day, language);
  const Icon = notice.code === "headersUnknown" ? QuestionCircle16Regular : Info16Regular;
  return (
    <li className={styles.notice}>
      <Icon aria-hidden />
      <Caption1>{pane.notice(said, day)}</Caption1>
      {notice.code === "signInNeeded" && (
        <Button size="small" className={styles.signIn} onClick={() => void run(() => addin.signIn())}>
          {pane.signIn}
        </Button>
      )}
    </li>
  );
}
