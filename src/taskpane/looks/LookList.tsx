/** Who looked at the figures and who changed what, latest first, as the service knows it. */
import { Button, Caption1, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { DepartmentChoice } from "../DepartmentChoice.tsx";
import { usePane } from "../pane.tsx";
import { Refused } from "../Refused.tsx";
import { useText } from "../text/useText.tsx";
import { useAnswer } from "../useAnswer.ts";
import { lookLines, type LookLine } from "./lookLines.ts";
import { LooksSkeleton } from "./LooksSkeleton.tsx";

/** More than a quiet week has; the others when asked. */
const shownFirst = 20;

const useStyles = makeStyles({
  looks: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    ...{ margin: 0, padding: 0, listStyleType: "none" },
  },
  line: { ...typographyStyles.body1, overflowWrap: "anywhere" },
  who: { fontWeight: tokens.fontWeightSemibold },
});

export function LookList() {
  const { addin, state } = usePane();
  const text = useText();
  const styles = useStyles();
  const [department, setDepartment] = useState<string | null>(null);
  const ask = useCallback((of: string | null) => addin.looks(of), [addin]);
  const { answer, again } = useAnswer(ask, department);
  const { policy, calendar } = state;
  return (
    <div className={styles.looks}>
      <Caption1 className={styles.quiet}>{text.looks.scope}</Caption1>
      <DepartmentChoice
        departments={Object.keys(policy?.departments ?? {})}
        chosen={department}
        onChosen={setDepartment}
      />
      {answer === null && <LooksSkeleton />}
      {answer?.ok === true && calendar !== null && (
        <Lines lines={lookLines(answer.entries, { policy, calendar, text })} />
      )}
      {answer?.ok === false && <Refused as="p" why={answer.why} words={text.looks.failures} again={again} />}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly LookLine[] }) {
  const { looks } = useText();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (lines.length === 0) return <span>{looks.none}</span>;
  const shown = all ? lines : lines.slice(0, shownFirst);
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ key, day, time, who, done }) => (
          <li key={key} className={styles.line}>
            <span className={styles.who}>{who ?? looks.service}</span> {looks.done(done)}
            <Caption1 block className={styles.quiet}>
              {day}, {time}
            </Caption1>
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {looks.more(lines.length - shown.length)}
        </Button>
      )}
    </>
  );
}
