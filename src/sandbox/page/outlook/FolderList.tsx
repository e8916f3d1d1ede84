/** The folders at the left, and the button that starts a new message. */
import { Button, CounterBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ComposeRegular,
  DeleteRegular,
  DraftsRegular,
  type FluentIcon,
  MailInboxRegular,
  MailProhibitedRegular,
  SendRegular,
} from "@fluentui/react-icons";
import type { FolderName } from "../../api.ts";
import { useMailbox, useSandbox } from "./context.tsx";

const icons: Readonly<Record<FolderName, FluentIcon>> = {
  inbox: MailInboxRegular,
  sentitems: SendRegular,
  drafts: DraftsRegular,
  deleteditems: DeleteRegular,
  junkemail: MailProhibitedRegular,
};

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    width: "clamp(160px, 14vw, 196px)",
    flexShrink: 0,
  },
  compose: { marginBottom: tokens.spacingVerticalM },
  row: { position: "relative", display: "flex" },
  count: { position: "absolute", right: tokens.spacingHorizontalM, top: "8px", pointerEvents: "none" },
  folder: {
    flexGrow: 1,
    paddingRight: tokens.spacingHorizontalXXXL,
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  name: { flexGrow: 1, textAlign: "left", whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
});

export function FolderList() {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { folder: current, state } = useMailbox();
  const { mailbox } = desk.parts;
  const open = async (name: FolderName): Promise<void> => {
    await desk.select(null);
    await mailbox.openFolder(name);
  };
  return (
    <nav className={styles.root} aria-label={text.folders}>
      <Button
        className={styles.compose}
        appearance="primary"
        icon={<ComposeRegular />}
        onClick={() => desk.attempt(() => desk.write({ composeType: "newMail" }, "inline"))}
      >
        {text.newMessage}
      </Button>
      {state.folders.map(({ name, total, unread }) => {
        const Icon = icons[name];
        const count = name === "drafts" ? total : unread;
        return (
          <div key={name} className={styles.row}>
            <Button
              appearance="subtle"
              className={mergeClasses(styles.folder, name === current && styles.current)}
              icon={<Icon />}
              aria-current={name === current ? "page" : undefined}
              aria-description={name === "drafts" ? undefined : text.unread(count)}
              onClick={() => desk.attempt(() => open(name))}
            >
              <span className={styles.name}>{text.folder[name]}</span>
            </Button>
            {count > 0 && (
              <CounterBadge
                aria-hidden
                className={styles.count}
                count={count}
                overflowCount={999}
                appearance="filled"
                color="informative"
                size="small"
              />
            )}
          </div>
        );
      })}
    </nav>
  );
}
