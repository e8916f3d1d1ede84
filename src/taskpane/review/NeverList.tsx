/** Senders who never need a reply, each with a way off the list; and the part of it that a city may take over. */
import { Button, Caption1, Body1, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import type { NeverSender, PutOff } from "../../addin/addin.ts";
import { cityFragment } from "../../addin/neverSenders.ts";
import { addressOf, matchesSender } from "../../domain/triage/senders.ts";
import { Disclosure } from "../Disclosure.tsx";
import { shortMoment } from "../dayNames.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { Section } from "./Section.tsx";

const useStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  detail: { color: tokens.colorNeutralForeground2 },
  scope: { display: "block", paddingTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  remove: { flexShrink: 0, minWidth: "auto", marginRight: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface NeverListProps {
  readonly senders: readonly NeverSender[];
  /** This week's messages off the clock: what the list did. */
  readonly week: readonly PutOff[];
  readonly onRemove: (sender: string) => void;
}

export function NeverList({ senders, week, onRemove }: NeverListProps) {
  const { review } = useText();
  const styles = useStyles();
  const fragment = cityFragment(senders);
  const byList = week.filter(({ rule }) => rule === "sender-never");
  const countOf = ({ sender }: NeverSender) =>
    byList.filter((row) => matchesSender(sender, addressOf(row.sender))).length;
  return (
    <div>
      <Section title={review.never}>
        {senders.map((listed) => (
          <SenderRow
            key={listed.sender}
            listed={listed}
            count={countOf(listed)}
            onRemove={() => onRemove(listed.sender)}
          />
        ))}
      </Section>
      <Caption1 className={styles.scope}>{review.neverScope}</Caption1>
      {fragment !== null && (
        <Disclosure label={review.forCity}>
          <Field label={review.forCityLabel} hint={review.forCityHint}>
            <Textarea readOnly rows={8} value={fragment} onFocus={(event) => event.target.select()} />
          </Field>
        </Disclosure>
      )}
    </div>
  );
}

interface SenderRowProps {
  readonly listed: NeverSender;
  readonly count: number;
  readonly onRemove: () => void;
}

function SenderRow({ listed, count, onRemove }: SenderRowProps) {
  const { calendar } = usePane().state;
  const text = useText();
  const { review } = text;
  const styles = useStyles();
  const { sender, at } = listed;
  const since = calendar === null ? [] : [review.since(shortMoment(at, calendar, text)[0])];
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <Body1>{sender.startsWith("*@") ? review.everybodyAt(sender.slice(2)) : sender}</Body1>
        <Caption1 className={styles.detail}>{[...since, review.thisWeek(count)].join(" · ")}</Caption1>
      </span>
      <Button
        appearance="subtle"
        size="small"
        className={styles.remove}
        aria-label={review.removeSender(sender)}
        onClick={onRemove}
      >
        {review.remove}
      </Button>
    </li>
  );
}
