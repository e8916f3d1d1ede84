/** What can be done with the open message; the add-in's buttons last. */
import { makeStyles, Toolbar, ToolbarButton, ToolbarDivider, tokens } from "@fluentui/react-components";
import {
  ArrowForwardRegular,
  ArrowReplyAllRegular,
  ArrowReplyRegular,
  DeleteRegular,
  FlagOffRegular,
  FlagRegular,
} from "@fluentui/react-icons";
import type { MailItem, NewDraft } from "../../api.ts";
import { AddinButtons } from "./AddinButtons.tsx";
import { useSandbox } from "./context.tsx";
import { focusList } from "./focusList.ts";
import { MoveMenu } from "./MoveMenu.tsx";

const useStyles = makeStyles({
  ribbon: { flexWrap: "wrap", padding: 0, "& button": { fontWeight: tokens.fontWeightRegular } },
});

export function ReadRibbon({ item }: { readonly item: MailItem | null }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { mailbox } = desk.parts;
  const disabled = item === null;
  const answer = (draft: Omit<NewDraft, "original">) => (): void => {
    if (item) desk.attempt(() => desk.write({ ...draft, original: item.id }, "inline"));
  };
  const flagged = item?.flag.status === "flagged";
  const flag = (): void => {
    const status = flagged ? "notFlagged" : "flagged";
    if (item) desk.attempt(() => mailbox.change(item.id, { flag: { status, due: null } }));
  };
  const remove = (): void => {
    if (item)
      desk.attempt(async () => {
        await mailbox.remove(item.id);
        focusList();
      });
  };
  return (
    <Toolbar className={styles.ribbon} aria-label={text.ribbon} size="small">
      <ToolbarButton disabled={disabled} icon={<ArrowReplyRegular />} onClick={answer({ composeType: "reply" })}>
        {text.reply}
      </ToolbarButton>
      <ToolbarButton
        disabled={disabled}
        icon={<ArrowReplyAllRegular />}
        onClick={answer({ composeType: "reply", replyAll: true })}
      >
        {text.replyAll}
      </ToolbarButton>
      <ToolbarButton disabled={disabled} icon={<ArrowForwardRegular />} onClick={answer({ composeType: "forward" })}>
        {text.forward}
      </ToolbarButton>
      <ToolbarButton
        disabled={disabled}
        icon={flagged ? <FlagOffRegular /> : <FlagRegular />}
        aria-label={flagged ? text.unflag : text.flag}
        onClick={flag}
      />
      <ToolbarButton disabled={disabled} icon={<DeleteRegular />} aria-label={text.delete} onClick={remove} />
      <MoveMenu item={item} />
      {item && (
        <>
          <ToolbarDivider />
          <AddinButtons writing={null} />
        </>
      )}
    </Toolbar>
  );
}
