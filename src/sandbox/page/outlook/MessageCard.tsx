/** One message of a conversation: closed to a line, or open to its text. */
import { Avatar, Button, Caption1, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons";
import type { MailItem } from "../../api.ts";
import { nameOf } from "../mail/addresses.ts";
import { useNow, useSandbox } from "./context.tsx";
import { MessageBody } from "./MessageBody.tsx";

const useStyles = makeStyles({
  closed: {
    display: "flex",
    justifyContent: "flex-start",
    textAlign: "left",
    columnGap: tokens.spacingHorizontalM,
    width: "100%",
    maxWidth: "none",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    fontWeight: tokens.fontWeightRegular,
  },
  open: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}` },
  head: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  grow: { flexGrow: 1, flexBasis: "150px", minWidth: 0, display: "grid", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  time: { marginLeft: "auto", color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  files: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalM },
});

function Attachments({ item }: { readonly item: MailItem }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const files = item.attachments.filter((one) => !one.isInline);
  if (files.length === 0) return null;
  return (
    <div className={styles.files} role="group" aria-label={text.attachments}>
      {files.map((one) => (
        <Link key={one.id} href={desk.parts.mailbox.here.attachmentPath(item.id, one.id)} download={one.name}>
          <AttachRegular /> {one.name}
        </Link>
      ))}
    </div>
  );
}

export function ClosedMessage({ item, onOpen }: { readonly item: MailItem; readonly onOpen: () => void }) {
  const styles = useStyles();
  const { text, time } = useSandbox();
  const now = useNow();
  const who = nameOf(item.from) || text.noSender;
  return (
    <Button appearance="subtle" className={styles.closed} onClick={onOpen}>
      <Avatar name={who} size={28} color="colorful" aria-hidden />
      <span className={styles.grow}>
        <Text>{item.isDraft ? text.draftMark : who}</Text>
        <Text size={200} truncate wrap={false} className={styles.quiet}>
          {item.preview}
        </Text>
      </span>
      <Caption1 className={styles.time}>{time.short(item.isDraft ? item.createdAt : item.sentAt, now)}</Caption1>
    </Button>
  );
}

export function OpenMessage({ item }: { readonly item: MailItem }) {
  const styles = useStyles();
  const { text, time } = useSandbox();
  const now = useNow();
  const who = nameOf(item.from) || text.noSender;
  const people = (label: string, list: MailItem["to"]) =>
    list.length > 0 && (
      <Text size={200} className={styles.quiet}>
        {`${label}: ${list.map(nameOf).join("; ")}`}
      </Text>
    );
  return (
    <article className={styles.open} aria-label={`${who}, ${time.long(item.receivedAt, now)}`}>
      <div className={styles.head}>
        <Avatar name={who} size={36} color="colorful" aria-hidden />
        <div className={styles.grow}>
          <Text>
            <Text weight="semibold">{who}</Text>
            {item.from && item.from.address !== who && (
              <Text className={styles.quiet}>{` <${item.from.address}>`}</Text>
            )}
          </Text>
          {people(text.to, item.to)}
          {people(text.cc, item.cc)}
        </div>
        <Caption1 className={styles.time}>{time.long(item.receivedAt, now)}</Caption1>
      </div>
      <Attachments item={item} />
      <MessageBody item={item} />
    </article>
  );
}
