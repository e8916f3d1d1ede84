/** A quiet button that opens more in place. What it opens stays below it; nothing above moves. */
import { Button, makeStyles, mergeClasses, tokens, useId } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useState } from "react";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  button: {
    paddingLeft: 0,
    // The chevron's stroke, not its box, stands on the left edge of the text.
    marginLeft: "-6px",
    minWidth: "auto",
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
  },
  chevron: {
    display: "inline-flex",
    transitionProperty: "transform",
    transitionDuration: tokens.durationFast,
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
  },
  open: { transform: "rotate(90deg)" },
  content: { paddingTop: tokens.spacingVerticalS },
});

interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function Disclosure({ label, children }: DisclosureProps) {
  const styles = useStyles();
  const id = useId("more");
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button
        appearance="transparent"
        className={styles.button}
        icon={
          <span className={mergeClasses(styles.chevron, open && styles.open)}>
            <ChevronRight16Regular aria-hidden />
          </span>
        }
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      <div id={id} className={styles.content} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
