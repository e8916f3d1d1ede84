/** A draft in a window of its own, with its own ribbon and pane. */
import { type KeyboardEvent, useEffect, useSyncExternalStore } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Writing } from "../desk/writing.ts";
import { ComposeForm } from "./ComposeForm.tsx";
import { useSandbox } from "./context.tsx";
import { TaskPane } from "./TaskPane.tsx";
import { WriteRibbon } from "./WriteRibbon.tsx";
import { oneColumn } from "./widths.ts";

const useStyles = makeStyles({
  scrim: {
    position: "absolute",
    inset: 0,
    zIndex: 10,
    display: "grid",
    placeItems: "center",
    backgroundColor: tokens.colorBackgroundOverlay,
    // The page may be as long as the list: the window stays where the eye is.
    [oneColumn]: { position: "fixed" },
  },
  window: {
    width: "min(1080px, 94vw)",
    height: "min(760px, 94%)",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    overflow: "hidden",
    [oneColumn]: { overflowY: "auto" },
  },
  title: {
    display: "flex",
    alignItems: "center",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  grow: { flexGrow: 1 },
  ribbon: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  row: { position: "relative", display: "flex", flexGrow: 1, minHeight: 0, [oneColumn]: { minHeight: "360px" } },
  form: { flexGrow: 1, minWidth: 0, overflowY: "auto" },
});

export function ComposeWindow({ writing }: { readonly writing: Writing }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { draft, pane } = writing;
  const { subject } = useSyncExternalStore(draft.subscribe, draft.now);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const title = subject || text.newMessage;
  const putAway = (): void => desk.attempt(() => desk.putAway(writing));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) putAway();
  };
  return (
    <div className={styles.scrim} onKeyDown={onKeyDown}>
      <div role="dialog" aria-modal aria-label={title} className={styles.window}>
        <div className={styles.title}>
          <Text weight="semibold" className={styles.grow}>
            {title}
          </Text>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label={text.closeWindow} onClick={putAway} />
        </div>
        <div className={styles.ribbon}>
          <WriteRibbon writing={writing} />
        </div>
        <div className={styles.row}>
          <div className={styles.form}>
            <ComposeForm writing={writing} />
          </div>
          {pane && <TaskPane key={pane.key} pane={pane} writing={writing} item={draft} itemKey={writing.key} />}
        </div>
      </div>
    </div>
  );
}
