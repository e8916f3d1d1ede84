/** A figure is a button to its definition: what it counts, and which day puts an inquiry into it. */
import {
  Body1Strong,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  useId,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Term } from "../text/text.ts";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  figure: {
    minWidth: "auto",
    minHeight: "24px",
    padding: 0,
    border: "none",
    color: tokens.colorNeutralForeground1,
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationLine: "underline", textDecorationStyle: "dotted", textUnderlineOffset: "3px" },
  },
  definition: { maxWidth: "260px", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

interface FigureProps {
  readonly term: Term;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Figure({ term, className, children }: FigureProps) {
  const { team } = useText();
  const styles = useStyles();
  const id = useId("definition");
  const definition = team.definitions[term];
  return (
    <Popover withArrow positioning={{ position: "below", align: "start" }}>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" className={mergeClasses(styles.figure, className)}>
          {children}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-labelledby={id} className={styles.definition}>
        <Body1Strong id={id}>{definition.term}</Body1Strong>
        <Caption1>{definition.text}</Caption1>
      </PopoverSurface>
    </Popover>
  );
}
