/** A draft: who receives it, its subject and its body. */
import { useState, useSyncExternalStore } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Writing } from "../desk/writing.ts";
import type { RecipientField as Field } from "../mail/draft.ts";
import { useSandbox } from "./context.tsx";
import { Editor } from "./Editor.tsx";
import { NotificationBars } from "./NotificationBars.tsx";
import { RecipientField } from "./RecipientField.tsx";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  first: { display: "flex", alignItems: "flex-start" },
  grow: { flexGrow: 1, minWidth: 0 },
  bcc: { marginTop: "4px" },
  subject: {
    width: "100%",
    boxSizing: "border-box",
    height: "36px",
    padding: 0,
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    outline: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase400,
    "&::placeholder": { color: tokens.colorNeutralForeground3 },
    "&:focus": { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
});

export function ComposeForm({ writing }: { readonly writing: Writing }) {
  const styles = useStyles();
  const { text } = useSandbox();
  const { draft, sending } = writing;
  const mail = useSyncExternalStore(draft.subscribe, draft.now);
  const [showsBcc, setShowsBcc] = useState(mail.bcc.length > 0);
  const isNew = mail.composeType === "newMail" && mail.to.length === 0;
  const field = (name: Field, label: string) => (
    <RecipientField
      label={label}
      people={mail[name]}
      onChange={(people) => void draft.change({ [name]: people })}
      autoFocus={name === "to" && isNew}
    />
  );
  return (
    <>
      <NotificationBars mail={mail} item={draft} writing={writing} />
      <section className={styles.form} aria-label={text.compose}>
        <div className={styles.first}>
          <div className={styles.grow}>{field("to", text.to)}</div>
          {!showsBcc && (
            <Button
              className={styles.bcc}
              appearance="transparent"
              size="small"
              aria-label={text.showBcc}
              onClick={() => setShowsBcc(true)}
            >
              {text.bcc}
            </Button>
          )}
        </div>
        {field("cc", text.cc)}
        {showsBcc && field("bcc", text.bcc)}
        <input
          className={styles.subject}
          placeholder={text.subject}
          aria-label={text.subject}
          value={mail.subject}
          maxLength={255}
          onChange={(event) => void draft.change({ subject: event.target.value })}
        />
        <Editor draft={draft} isReadOnly={sending} autoFocus={!isNew} />
      </section>
    </>
  );
}
