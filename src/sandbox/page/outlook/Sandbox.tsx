/** The whole page for one person: the sandbox's bar, and below it the mail. */
import { useEffect, useRef } from "react";
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeftRegular, DismissRegular } from "@fluentui/react-icons";
import { ComposeWindow } from "./ComposeWindow.tsx";
import { useDesk, useMailbox, useSandbox } from "./context.tsx";
import { focusList } from "./focusList.ts";
import { FolderList } from "./FolderList.tsx";
import { MessageList } from "./MessageList.tsx";
import { PortCheck } from "./PortCheck.tsx";
import { QuestionDialog } from "./QuestionDialog.tsx";
import { ReadingPane } from "./ReadingPane.tsx";
import { ReadRibbon } from "./ReadRibbon.tsx";
import { SandboxBar } from "./SandboxBar.tsx";
import { TaskPane } from "./TaskPane.tsx";
import { WriteRibbon } from "./WriteRibbon.tsx";
import { oneColumn } from "./widths.ts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    height: "100dvh",
    backgroundColor: tokens.colorNeutralBackground4,
    [oneColumn]: { height: "auto", minHeight: "100dvh" },
  },
  bar: { flexShrink: 0 },
  desk: { position: "relative", display: "flex", flexGrow: 1, minHeight: 0 },
  mail: {
    display: "flex",
    flexGrow: 1,
    minWidth: 0,
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    [oneColumn]: { flexDirection: "column", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalS },
  },
  reading: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, flexGrow: 1, minWidth: 0 },
  away: { [oneColumn]: { display: "none" } },
  back: { display: "none", alignSelf: "flex-start", [oneColumn]: { display: "flex" } },
  ribbon: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  panes: {
    position: "relative",
    display: "flex",
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    overflow: "hidden",
    [oneColumn]: { minHeight: "max(420px, 70dvh)" },
  },
});

function Problem() {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { problem } = useDesk();
  if (problem === null) return null;
  return (
    <MessageBar intent="warning" className={styles.bar}>
      <MessageBarBody>{problem}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={text.dismiss}
            onClick={() => desk.dismissProblem()}
          />
        }
      />
    </MessageBar>
  );
}

/** From what is read to the list, where there is one column; nothing elsewhere. */
function Back({ isAway }: { readonly isAway: boolean }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { inline } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const isWriting = inline !== null;
  useEffect(() => {
    // The row that had the focus has gone with the list. Where the button is not shown, this does nothing.
    if (!isAway && !isWriting) place.current?.querySelector("button")?.focus();
  }, [isAway, isWriting]);
  const back = async (): Promise<void> => {
    await desk.select(null);
    focusList();
  };
  return (
    <div ref={place} className={styles.back}>
      <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => desk.attempt(back)}>
        {text.back}
      </Button>
    </div>
  );
}

/** The ribbon, the conversation and the panes beside it. */
function Reading({ isAway }: { readonly isAway: boolean }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { announced, inline, pane } = useDesk();
  const { conversation, shown } = useMailbox();
  const item = conversation.find((one) => one.id === shown && !one.isDraft) ?? null;
  return (
    <div className={mergeClasses(styles.reading, isAway && styles.away)}>
      <Back isAway={isAway} />
      <section className={styles.ribbon} aria-label={text.ribbon}>
        {inline ? <WriteRibbon writing={inline} /> : <ReadRibbon item={item} />}
      </section>
      <div className={styles.panes}>
        <ReadingPane inline={inline} isCovered={Boolean(inline ? inline.pane : pane)} />
        {pane && (
          <TaskPane
            key={pane.key}
            pane={pane}
            writing={null}
            item={desk.shown()}
            itemKey={`${item?.id ?? ""} ${String(announced)}`}
            isHidden={Boolean(inline?.pane)}
          />
        )}
        {inline?.pane && (
          <TaskPane
            key={inline.pane.key}
            pane={inline.pane}
            writing={inline}
            item={inline.draft}
            itemKey={inline.key}
          />
        )}
      </div>
    </div>
  );
}

export function Sandbox({ onPerson }: { readonly onPerson: (id: string) => void }) {
  const styles = useStyles();
  const { desk } = useSandbox();
  const { inline, popped } = useDesk();
  const { selected } = useMailbox();
  const isReading = selected !== null || inline !== null;
  useEffect(() => desk.parts.mailbox.open(), [desk]);
  return (
    <div className={styles.page}>
      <SandboxBar onPerson={onPerson} />
      <PortCheck />
      <Problem />
      <div className={styles.desk}>
        <div className={styles.mail} inert={popped !== null}>
          <FolderList />
          <MessageList isAway={isReading} />
          <Reading isAway={!isReading} />
        </div>
        {popped && <ComposeWindow key={popped.key} writing={popped} />}
      </div>
      <QuestionDialog />
    </div>
  );
}
