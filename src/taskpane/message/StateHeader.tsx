/** The sentence that answers the view's question, with its signs. */
import { Body1, Caption1, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { Ref } from "react";
import { stateSigns, useSurfaceStyles, useToneStyles } from "./stateSigns.tsx";
import type { SignName } from "./stateSigns.tsx";
import type { StateWords } from "./stateWords.ts";

const useStyles = makeStyles({
  header: {
    display: "grid",
    gridTemplateColumns: "20px 1fr",
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    paddingBottom: tokens.spacingVerticalM,
  },
  icon: { paddingTop: tokens.spacingVerticalXS, lineHeight: 0 },
  lines: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  sentence: { ...typographyStyles.title3, margin: 0, overflowWrap: "anywhere", outlineStyle: "none" },
  date: { margin: 0 },
  left: { color: tokens.colorNeutralForeground2 },
});

interface StateHeaderProps {
  /** The sentence, which takes the focus after a step that changes it. */
  readonly ref: Ref<HTMLHeadingElement>;
  readonly sign: SignName;
  readonly words: StateWords;
}

export function StateHeader({ ref, sign, words }: StateHeaderProps) {
  const styles = useStyles();
  const tones = useToneStyles();
  const surfaces = useSurfaceStyles();
  const { icon: Icon, tone } = stateSigns[sign];
  return (
    <header className={mergeClasses(styles.header, surfaces[tone])}>
      <span className={mergeClasses(styles.icon, tones[tone])}>
        <Icon aria-hidden />
      </span>
      <div className={styles.lines}>
        <h1 ref={ref} tabIndex={-1} className={styles.sentence}>
          {words.sentence}
        </h1>
        {words.date !== null && (
          <Body1 as="p" block className={styles.date}>
            {words.date}
          </Body1>
        )}
        {words.left !== null && <Caption1 className={styles.left}>{words.left}</Caption1>}
      </div>
    </header>
  );
}
