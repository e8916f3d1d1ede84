/** Why a message needs no reply, and the one click that says otherwise. */
import { Body1, Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { MessageView } from "../../addin/addin.ts";
import { Disclosure } from "../Disclosure.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
  why: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: { margin: 0 },
  rule: { color: tokens.colorNeutralForeground2 },
});

export function OffTheClock({ view, onNeeded }: { readonly view: MessageView; readonly onNeeded: () => void }) {
  const { message } = useText();
  const styles = useStyles();
  const { triage, standing } = view;
  const byPerson = triage.onTheClock || (standing?.excludedReason ?? triage.reason) !== triage.reason;
  const sentence = byPerson ? message.markedByPerson : message.reasonSentence(triage.reason ?? "");
  return (
    <div className={styles.card}>
      {triage.probable && !byPerson && (
        <Body1 as="p" block className={styles.line}>
          {message.probable}
        </Body1>
      )}
      <Button onClick={onNeeded}>{message.needsReply}</Button>
      <Disclosure label={message.why}>
        <div className={styles.why}>
          {sentence !== null && (
            <Body1 as="p" block className={styles.line}>
              {sentence}
            </Body1>
          )}
          {!byPerson && <Caption1 className={styles.rule}>{message.rule(triage.rule)}</Caption1>}
        </div>
      </Disclosure>
    </div>
  );
}
