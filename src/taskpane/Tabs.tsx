/**
 * Tabs in Outlook's look, one after the other for the Tab key; arrow keys move as well. Fluent's own guard the list by
 * hidden elements that take the focus back: Office.js counts those among the pane's first ones and never hands the focus
 * to Outlook (a keyboard trap: WCAG 2.1.2).
 */
import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { type KeyboardEvent, useRef } from "react";

const line = {
  content: '""',
  position: "absolute",
  bottom: 0,
  height: tokens.strokeWidthThick,
  insetInline: tokens.spacingHorizontalSNudge,
  borderRadius: tokens.borderRadiusCircular,
} as const;

const useStyles = makeStyles({
  list: {
    display: "flex",
    paddingInline: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    ...typographyStyles.body1,
    position: "relative",
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground2,
    outlineStyle: "none",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground2Hover },
    ":hover::before": { ...line, backgroundColor: tokens.colorNeutralStroke1Hover },
    ...createCustomFocusIndicatorStyle({
      boxShadow: `inset 0 0 0 ${tokens.strokeWidthThick} ${tokens.colorStrokeFocus2}`,
    }),
  },
  chosen: {
    ...typographyStyles.body1Strong,
    color: tokens.colorNeutralForeground1,
    "::before": { ...line, backgroundColor: tokens.colorCompoundBrandStroke },
    ":hover::before": { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    "@media (forced-colors: active)": { "::before": { backgroundColor: "Highlight" } },
  },
  // As wide as when it is chosen, so that its neighbours stay where they are.
  words: {
    display: "inline-grid",
    "::after": {
      ...typographyStyles.body1Strong,
      content: "attr(data-words)",
      height: 0,
      overflow: "hidden",
      visibility: "hidden",
    },
  },
});

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: T; readonly id: string; readonly words: string }[];
  readonly chosen: T;
  readonly onChosen: (value: T) => void;
  /** Id of the panel that they change. */
  readonly panel: string;
}

export function Tabs<T extends string>({ label, tabs, chosen, onChosen, panel }: TabsProps<T>) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = steps[event.key];
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const now = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || now < 0) return;
    event.preventDefault();
    buttons[(now + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
      {tabs.map(({ value, id, words }) => (
        <button
          key={value}
          id={id}
          type="button"
          role="tab"
          aria-selected={value === chosen}
          aria-controls={panel}
          className={mergeClasses(styles.tab, value === chosen && styles.chosen)}
          onClick={() => onChosen(value)}
        >
          <span className={styles.words} data-words={words}>
            {words}
          </span>
        </button>
      ))}
    </div>
  );
}
