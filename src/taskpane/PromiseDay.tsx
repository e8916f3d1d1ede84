/** Which business day the reply promises. A native list: it works by touch and by keyboard everywhere. */
import { Label, makeStyles, Select, tokens, useId } from "@fluentui/react-components";
import type { LocalDay } from "../domain/time.ts";
import { shortDay } from "../domain/wording/dates.ts";
import { useText } from "./text/useText.tsx";
import type { TemplateChoice } from "./useTemplates.ts";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PromiseDay({ choice, label }: { readonly choice: TemplateChoice; readonly label: string }) {
  const { language } = useText();
  const styles = useStyles();
  const id = useId("promise");
  if (choice.day === null) return null;
  return (
    <div className={styles.line}>
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Select id={id} size="small" value={choice.day} onChange={(_, { value }) => choice.promise(value as LocalDay)}>
        {choice.days.map((day) => (
          <option key={day} value={day}>
            {shortDay(day, language)}
          </option>
        ))}
      </Select>
    </div>
  );
}
