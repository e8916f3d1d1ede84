/** The templates, best fit first, a line each on what such a reply does. */
import { Caption1, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { FilledTemplate } from "../../domain/acknowledgement/draft.ts";
import { usePane } from "../pane.tsx";
import { templateName } from "../policyWords.ts";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  group: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  label: { display: "flex", flexDirection: "column" },
  kind: { color: tokens.colorNeutralForeground2 },
});

interface TemplateListProps {
  readonly templates: readonly FilledTemplate[];
  readonly chosen: string;
  readonly onChosen: (template: string) => void;
}

export function TemplateList({ templates, chosen, onChosen }: TemplateListProps) {
  const { state } = usePane();
  const text = useText();
  const styles = useStyles();
  return (
    <Field label={text.compose.templates} size="small">
      <RadioGroup className={styles.group} value={chosen} onChange={(_, { value }) => onChosen(value)}>
        {templates.map(({ template, replyKind }) => (
          <Radio
            key={template}
            value={template}
            label={
              <span className={styles.label}>
                {templateName(state.policy, template, text.language)}
                <Caption1 className={styles.kind}>
                  {text.compose.kind(replyKind, state.policy?.counting.met.includes(replyKind) ?? false)}
                </Caption1>
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
