/** Categories as Outlook shows them: small pills in the colour of the master list. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { MasterCategory } from "../../api.ts";
import { categoryColours } from "./categoryColours.ts";

const useStyles = makeStyles({
  pills: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  pill: {
    borderRadius: tokens.borderRadiusMedium,
    paddingLeft: tokens.spacingHorizontalSNudge,
    paddingRight: tokens.spacingHorizontalSNudge,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
    "@media (forced-colors: active)": { outline: "1px solid CanvasText" },
  },
});

export interface CategoryPillsProps {
  readonly names: readonly string[];
  readonly master: readonly MasterCategory[];
}

export function CategoryPills({ names, master }: CategoryPillsProps) {
  const styles = useStyles();
  if (names.length === 0) return null;
  return (
    <span className={styles.pills}>
      {names.map((name) => {
        const preset = master.find((category) => category.displayName === name)?.color ?? "None";
        return (
          <span key={name} className={styles.pill} style={categoryColours(preset)}>
            {name}
          </span>
        );
      })}
    </span>
  );
}
