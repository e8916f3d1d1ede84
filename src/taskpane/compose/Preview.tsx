/** The real text as it will stand in the draft; what is missing in it is marked, by word and by colour. */
import { Body1, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { Warning16Regular } from "@fluentui/react-icons/svg/warning";
import type { FilledTemplate } from "../../domain/acknowledgement/draft.ts";
import { missingFieldWords } from "../../domain/acknowledgement/unfilledField.ts";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  preview: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalM,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  paragraph: { margin: 0, overflowWrap: "anywhere", whiteSpace: "pre-line" },
  gap: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    textDecorationLine: "underline",
    textDecorationStyle: "dashed",
    textUnderlineOffset: "2px",
  },
  missing: {
    display: "grid",
    gridTemplateColumns: "16px 1fr",
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorStatusWarningForeground3,
  },
});

/** A paragraph cut at the words that stand for missing fields; every second piece is such a gap. */
function cutAtGaps(paragraph: string, missing: FilledTemplate["missing"]): readonly string[] {
  const gaps = missing.flatMap((field) => [missingFieldWords.en[field], missingFieldWords.fr[field]]);
  return gaps.length === 0 ? [paragraph] : paragraph.split(new RegExp(`(\\[(?:${gaps.join("|")})\\])`));
}

export function Preview({ filled }: { readonly filled: FilledTemplate }) {
  const { compose } = useText();
  const styles = useStyles();
  return (
    <section className={styles.preview}>
      <Subtitle2 as="h2" className={styles.title}>
        {compose.preview}
      </Subtitle2>
      {filled.paragraphs.map((paragraph, line) => (
        <Body1 as="p" block key={line} className={styles.paragraph}>
          {cutAtGaps(paragraph, filled.missing).map((piece, index) =>
            index % 2 === 1 ? (
              <mark key={index} className={styles.gap}>
                {piece}
              </mark>
            ) : (
              piece
            ),
          )}
        </Body1>
      ))}
      {filled.missing.length > 0 && (
        <div className={styles.missing}>
          <Warning16Regular aria-hidden />
          <Caption1>{compose.missing(filled.missing.map((field) => compose.fields[field]))}</Caption1>
        </div>
      )}
    </section>
  );
}
