/** The conversation of the selected message, newest first; an inline draft stands above it. */
import { makeStyles, mergeClasses, Skeleton, SkeletonItem, Text, tokens } from "@fluentui/react-components";
import type { MailItem } from "../../api.ts";
import type { Writing } from "../desk/writing.ts";
import { listedCategories } from "../mail/listed.ts";
import { CategoryPills } from "./CategoryPills.tsx";
import { ComposeForm } from "./ComposeForm.tsx";
import { useMailbox, useSandbox } from "./context.tsx";
import { ClosedMessage, OpenMessage } from "./MessageCard.tsx";
import { NotificationBars } from "./NotificationBars.tsx";
import { oneColumn } from "./widths.ts";

const useStyles = makeStyles({
  root: { flexGrow: 1, minWidth: 0, overflowY: "auto", paddingTop: tokens.spacingVerticalM },
  covered: { [oneColumn]: { display: "none" } },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  },
  subject: { margin: 0 },
  nothing: { display: "grid", placeItems: "center", height: "70%", color: tokens.colorNeutralForeground3 },
  skeleton: { display: "grid", rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
});

/** The message that the read-me and a first look begin with, when the sample mail is there. */
const firstSubject = "Dog licence question";

function useBeginning(): string {
  const { desk, text } = useSandbox();
  const { rows } = useMailbox();
  const button = desk.parts.manifest.read[0]?.label;
  const isThere = rows?.some(({ subject }) => subject === firstSubject) ?? false;
  return isThere && button !== undefined ? text.begin(firstSubject, button) : text.nothingOpen;
}

function Conversation({ item, messages }: { readonly item: MailItem; readonly messages: readonly MailItem[] }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const listed = useMailbox();
  const shown = desk.shown();
  return (
    <>
      <div className={styles.head}>
        <Text as="h2" size={500} weight="semibold" className={styles.subject}>
          {item.subject || text.noSubject}
        </Text>
        <CategoryPills names={item.categories} master={listedCategories(listed)} />
      </div>
      {shown && <NotificationBars mail={item} item={shown} writing={null} />}
      {[...messages]
        .reverse()
        .map((message) =>
          message.id === item.id && !message.isDraft ? (
            <OpenMessage key={message.id} item={message} />
          ) : (
            <ClosedMessage key={message.id} item={message} onOpen={() => desk.attempt(() => desk.select(message.id))} />
          ),
        )}
    </>
  );
}

export interface ReadingPaneProps {
  readonly inline: Writing | null;
  /** A pane is open, and takes this place where there is one column. */
  readonly isCovered: boolean;
}

export function ReadingPane({ inline, isCovered }: ReadingPaneProps) {
  const styles = useStyles();
  const { text } = useSandbox();
  const { conversation, selected, shown } = useMailbox();
  const beginning = useBeginning();
  const item = conversation.find((one) => one.id === shown);
  const draft = inline?.draft.now();
  // A new message has the pane to itself; a reply keeps what it answers below it.
  const showsConversation = item && item.id !== draft?.id && draft?.composeType !== "newMail";
  const messages = conversation.filter((one) => one.id !== draft?.id);
  return (
    <main className={mergeClasses(styles.root, isCovered && styles.covered)} aria-label={text.readingPane}>
      {inline && <ComposeForm key={inline.key} writing={inline} />}
      {showsConversation && <Conversation item={item} messages={messages} />}
      {!item && selected && (
        <Skeleton aria-label={text.loading} className={styles.skeleton}>
          <SkeletonItem size={28} />
          <SkeletonItem size={128} />
        </Skeleton>
      )}
      {!selected && !inline && <Text className={styles.nothing}>{beginning}</Text>}
    </main>
  );
}
