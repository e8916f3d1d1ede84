/** To, Cc or Bcc: a pill per person, and a box to type the next one. */
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from "react";
import {
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { MailAddress } from "../../api.ts";
import { nameOf, parseAddresses } from "../mail/addresses.ts";
import { useSandbox } from "./context.tsx";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "flex-start", columnGap: tokens.spacingHorizontalM, minHeight: "36px" },
  label: { width: "48px", lineHeight: "32px", flexShrink: 0, color: tokens.colorNeutralForeground3 },
  people: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    alignItems: "center",
    flexGrow: 1,
    minWidth: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} 0`,
    "&:focus-within": { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
  person: { maxWidth: "100%", "& > :first-child": { minWidth: 0, overflow: "hidden" } },
  input: {
    flexGrow: 1,
    width: "64px",
    minWidth: "64px",
    border: "none",
    outline: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    height: "24px",
  },
});

export interface RecipientFieldProps {
  readonly label: string;
  readonly people: readonly MailAddress[];
  readonly onChange: (people: readonly MailAddress[]) => void;
  readonly autoFocus?: boolean;
}

export function RecipientField({ label, people, onChange, autoFocus = false }: RecipientFieldProps) {
  const styles = useStyles();
  const { text } = useSandbox();
  const id = useId();
  const [typed, setTyped] = useState("");
  const add = (words: string): void => {
    const added = parseAddresses(words);
    setTyped(added.length === 0 ? words : "");
    if (added.length > 0) onChange([...people, ...added]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") {
      event.preventDefault();
      add(typed);
    }
    if (event.key === "Backspace" && typed === "") onChange(people.slice(0, -1));
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData("text/plain");
    if (parseAddresses(pasted).length === 0) return;
    event.preventDefault();
    add(pasted);
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.people}>
        {people.map((person, index) => (
          <InteractionTag key={`${person.address} ${String(index)}`} size="small" className={styles.person}>
            <InteractionTagPrimary hasSecondaryAction title={person.address}>
              {nameOf(person)}
            </InteractionTagPrimary>
            <InteractionTagSecondary
              aria-label={text.removeRecipient(nameOf(person))}
              onClick={() => onChange(people.filter((other) => other !== person))}
            />
          </InteractionTag>
        ))}
        <input
          id={id}
          className={styles.input}
          value={typed}
          autoFocus={autoFocus}
          autoComplete="off"
          onChange={(event) =>
            /[;,]$/.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value)
          }
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add(typed)}
        />
      </div>
    </div>
  );
}
