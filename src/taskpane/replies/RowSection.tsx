/** Rows under their heading with its count. A long section shows its first fifty until all are wanted. */
import { Button, Caption1, makeStyles, Subtitle2, tokens, useId } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useText } from "../text/useText.tsx";

const shownAtFirst = 50;

const useStyles = makeStyles({
  title: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    margin: 0,
    paddingBottom: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  all: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`, marginTop: tokens.spacingVerticalXS },
});

interface RowSectionProps {
  readonly title: string;
  readonly rows: readonly ReactNode[];
}

export function RowSection({ title, rows }: RowSectionProps) {
  const { replies } = useText();
  const styles = useStyles();
  const id = useId("section");
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // The button that showed them is gone: the first of the new rows takes the focus.
  useLayoutEffect(() => {
    if (all)
      list.current?.querySelectorAll<HTMLElement>(":scope > li").item(shownAtFirst).querySelector("button")?.focus();
  }, [all]);
  return (
    <section aria-labelledby={id}>
      <Subtitle2 as="h2" id={id} className={styles.title}>
        {title}
        <Caption1 className={styles.count}>{rows.length}</Caption1>
      </Subtitle2>
      <ul ref={list} className={styles.list}>
        {all ? rows : rows.slice(0, shownAtFirst)}
      </ul>
      {!all && rows.length > shownAtFirst && (
        <Button appearance="subtle" size="small" className={styles.all} onClick={() => setAll(true)}>
          {replies.showAll(rows.length)}
        </Button>
      )}
    </section>
  );
}
