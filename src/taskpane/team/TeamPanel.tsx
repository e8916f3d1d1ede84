/** How well the promise is kept, by department: never by person. */
import { Button, makeStyles, Select, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { OutsideCode } from "../../addin/ports.ts";
import { usePane } from "../pane.tsx";
import { departmentName } from "../policyWords.ts";
import { useText } from "../text/useText.tsx";
import { TeamFigures } from "./TeamFigures.tsx";
import { TeamSkeleton } from "./TeamSkeleton.tsx";
import { useTeam } from "./useTeam.ts";

const useStyles = makeStyles({
  choice: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
  sentence: { ...typographyStyles.body1, margin: 0 },
  failure: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
});

export function TeamPanel() {
  const { addin, state } = usePane();
  const { team, language } = useText();
  const styles = useStyles();
  const [department, setDepartment] = useState<string | null>(null);
  const { answer, again } = useTeam(addin, department);
  return (
    <section aria-label={team.label}>
      {state.departments.length > 1 && (
        <div className={styles.choice}>
          <Select
            aria-label={team.department}
            size="small"
            value={department ?? ""}
            onChange={(_, { value }) => setDepartment(value === "" ? null : value)}
          >
            <option value="">{team.allDepartments}</option>
            {state.departments.map((id) => (
              <option key={id} value={id}>
                {departmentName(state.policy, id, language)}
              </option>
            ))}
          </Select>
        </div>
      )}
      {answer === null && <TeamSkeleton />}
      {answer?.ok === true && <TeamFigures statistics={answer.statistics} />}
      {answer?.ok === false && <Failure why={answer.why} again={again} />}
    </section>
  );
}

function Failure({ why, again }: { readonly why: OutsideCode; readonly again: () => void }) {
  const { addin, run } = usePane();
  const { team, pane } = useText();
  const styles = useStyles();
  const known = why === "offline" || why === "forbidden" || why === "signInNeeded" ? why : "other";
  const signIn = async () => {
    if (await run(() => addin.signIn())) again();
  };
  return (
    <div className={styles.failure} role="status">
      <h1 className={styles.sentence}>{team.failures[known]}</h1>
      {known === "signInNeeded" && <Button onClick={() => void signIn()}>{pane.signIn}</Button>}
      {(known === "offline" || known === "other") && <Button onClick={again}>{pane.tryAgain}</Button>}
    </div>
  );
}
