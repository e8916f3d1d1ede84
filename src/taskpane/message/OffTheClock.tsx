/** Why a message needs no reply, and the one click that says otherwise; where a rule is not sure, both answers. */
import { Body1, Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { MessageView } from "../../addin/addin.ts";
import { Disclosure } from "../Disclosure.tsx";
import { useText } from "../text/useText.tsx";
import { offWord, ruleOff } from "./offWords.ts";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
  answers: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  why: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: { margin: 0 },
  rule: { color: tokens.colorNeutralForeground2 },
});

interface OffTheClockProps {
  readonly view: MessageView;
  readonly onNeeded: () => void;
  readonly onConfirmed: () => void;
}

export function OffTheClock({ view, onNeeded, onConfirmed }: OffTheClockProps) {
  const { message } = useText();
  const styles = useStyles();
  const decision = ruleOff(view);
  const sentence = decision === null ? message.markedByPerson : message.reasonSentence(offWord(decision));
  const probable = decision?.probable === true;
  return (
    <div className={styles.card}>
      {probable && (
        <Body1 as="p" block className={styles.line}>
          {message.probable}
        </Body1>
      )}
      <div className={styles.answers}>
        <Button onClick={onNeeded}>{message.needsReply}</Button>
        {probable && (
          <Button onClick={onConfirmed}>
            {decision.reason === "closing" ? message.onlyThanks : message.noReplyNeeded}
          </Button>
        )}
      </div>
      <Disclosure label={message.why}>
        <div className={styles.why}>
          {sentence !== null && (
            <Body1 as="p" block className={styles.line}>
              {sentence}
            </Body1>
          )}
          {decision !== null && <Caption1 className={styles.rule}>{message.rule(decision.rule)}</Caption1>}
        </div>
      </Disclosure>
    </div>
  );
}
