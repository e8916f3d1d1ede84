/** How well the promise is kept, by department: never by person. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { DepartmentChoice } from "../DepartmentChoice.tsx";
import { usePane } from "../pane.tsx";
import { Refused } from "../Refused.tsx";
import { useText } from "../text/useText.tsx";
import { useAnswer } from "../useAnswer.ts";
import { TeamFigures } from "./TeamFigures.tsx";
import { TeamSkeleton } from "./TeamSkeleton.tsx";

const useStyles = makeStyles({
  choice: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
    ":empty": { display: "none" },
  },
  refused: { padding: tokens.spacingHorizontalL },
});

export function TeamPanel() {
  const { addin, state } = usePane();
  const { team } = useText();
  const styles = useStyles();
  const [department, setDepartment] = useState<string | null>(null);
  const ask = useCallback((of: string | null) => addin.team(of), [addin]);
  const { answer, again } = useAnswer(ask, department);
  return (
    <section aria-label={team.label}>
      <div className={styles.choice}>
        <DepartmentChoice departments={state.departments} chosen={department} onChosen={setDepartment} />
      </div>
      {answer === null && <TeamSkeleton />}
      {answer?.ok === true && <TeamFigures statistics={answer.statistics} />}
      {answer?.ok === false && (
        <div className={styles.refused}>
          <Refused as="h1" why={answer.why} words={team.failures} again={again} />
        </div>
      )}
    </section>
  );
}
