/** What can be done with a draft; the add-in's buttons last. */
import { useSyncExternalStore } from "react";
import { makeStyles, ToggleButton, Toolbar, ToolbarButton, ToolbarDivider, tokens } from "@fluentui/react-components";
import { DeleteRegular, OpenRegular, SendFilled, TextTRegular } from "@fluentui/react-icons";
import type { Writing } from "../desk/writing.ts";
import { AddinButtons } from "./AddinButtons.tsx";
import { useSandbox } from "./context.tsx";

const useStyles = makeStyles({
  ribbon: { flexWrap: "wrap", padding: 0, "& button": { fontWeight: tokens.fontWeightRegular } },
});

export function WriteRibbon({ writing }: { readonly writing: Writing }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { draft, place, sending } = writing;
  const { bodyType } = useSyncExternalStore(draft.subscribe, draft.now);
  const send = (): void => {
    const { bcc, cc, to } = draft.now();
    if (to.length + cc.length + bcc.length === 0) desk.warn(text.noRecipients);
    else desk.attempt(() => desk.send(writing));
  };
  return (
    <Toolbar className={styles.ribbon} aria-label={text.ribbon} size="small">
      <ToolbarButton appearance="primary" icon={<SendFilled />} disabled={sending} onClick={send}>
        {sending ? text.sending : text.send}
      </ToolbarButton>
      <ToolbarButton
        icon={<DeleteRegular />}
        disabled={sending}
        onClick={() => desk.attempt(() => desk.discard(writing))}
      >
        {text.discard}
      </ToolbarButton>
      {place === "inline" && (
        <ToolbarButton icon={<OpenRegular />} disabled={sending} onClick={() => desk.popOut(writing)}>
          {text.popOut}
        </ToolbarButton>
      )}
      <ToggleButton
        appearance="subtle"
        size="small"
        icon={<TextTRegular />}
        checked={bodyType === "text"}
        disabled={sending}
        aria-label={text.plainText}
        onClick={() => draft.setBodyType(bodyType === "text" ? "html" : "text")}
      />
      <ToolbarDivider />
      <AddinButtons writing={writing} />
    </Toolbar>
  );
}
