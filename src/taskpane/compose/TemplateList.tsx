/** The templates, best fit first and saying why; a line each on what such a reply does, a search where they are many. */
import { Caption1, Field, makeStyles, Radio, RadioGroup, SearchBox, tokens } from "@fluentui/react-components";
import type { FilledTemplate } from "../../domain/acknowledgement/draft.ts";
import { usePane } from "../pane.tsx";
import { templateName } from "../policyWords.ts";
import { useText } from "../text/useText.tsx";
import type { TemplateChoice } from "../useTemplates.ts";
import { glance } from "./templateSearch.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  search: { width: "100%", maxWidth: "none" },
  group: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  label: { display: "flex", flexDirection: "column" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface TemplateListProps {
  readonly choice: TemplateChoice;
  /** Those that the typed words find. */
  readonly found: readonly FilledTemplate[];
  readonly chosen: string;
  readonly onChosen: (template: string) => void;
  readonly typed: string;
  readonly onTyped: (words: string) => void;
}

export function TemplateList({ choice, found, chosen, onChosen, typed, onTyped }: TemplateListProps) {
  const { compose } = useText();
  const styles = useStyles();
  return (
    <div className={styles.list}>
      {choice.templates.length > glance && (
        <>
          <SearchBox
            className={styles.search}
            placeholder={compose.search}
            aria-label={compose.search}
            value={typed}
            onChange={(_, { value }) => onTyped(value)}
          />
          <div role="status" aria-live="polite">
            {typed.trim() !== "" && <Caption1 className={styles.quiet}>{compose.found(found.length)}</Caption1>}
          </div>
        </>
      )}
      {found.length > 0 && (
        <Field label={compose.templates} size="small">
          <RadioGroup className={styles.group} value={chosen} onChange={(_, { value }) => onChosen(value)}>
            {found.map((filled) => (
              <Radio key={filled.template} value={filled.template} label={<Label filled={filled} choice={choice} />} />
            ))}
          </RadioGroup>
        </Field>
      )}
    </div>
  );
}

function Label({ filled, choice }: { readonly filled: FilledTemplate; readonly choice: TemplateChoice }) {
  const { policy } = usePane().state;
  const { compose, language } = useText();
  const styles = useStyles();
  const { template, replyKind } = filled;
  const isBest = choice.templates.length > 1 && choice.templates[0]?.template === template;
  return (
    <span className={styles.label}>
      {templateName(policy, template, language)}
      <Caption1 className={styles.quiet}>
        {compose.kind(replyKind, policy?.counting.met.includes(replyKind) ?? false)}
      </Caption1>
      {isBest && <Caption1 className={styles.quiet}>{compose.fits[choice.why]}</Caption1>}
    </span>
  );
}
