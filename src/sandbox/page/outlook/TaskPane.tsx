/** The add-in's pane: its page in an iframe, with the host behind it, and the pane's own head. */
import { useEffect, useRef, useState } from "react";
import { Button, makeStyles, mergeClasses, Text, ToggleButton, tokens } from "@fluentui/react-components";
import {
  DismissRegular,
  PanelRightContractRegular,
  PanelRightExpandRegular,
  PinFilled,
  PinRegular,
} from "@fluentui/react-icons";
import { AddinFrame } from "../host/frame.ts";
import type { OpenItem } from "../host/outlook.ts";
import { serveSignIn } from "../naa/bridge.ts";
import type { Pane, Writing } from "../desk/writing.ts";
import { useSandbox } from "./context.tsx";
import { oneColumn, paneOver } from "./widths.ts";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    width: "320px",
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [paneOver]: {
      position: "absolute",
      top: 0,
      bottom: 0,
      right: 0,
      zIndex: 5,
      maxWidth: "100%",
      boxShadow: tokens.shadow16,
    },
    [oneColumn]: { left: 0, width: "auto" },
  },
  wide: { width: "480px", [oneColumn]: { width: "auto" } },
  hidden: { display: "none" },
  head: {
    display: "flex",
    alignItems: "center",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  title: { flexGrow: 1 },
  frame: {
    display: "flex",
    flexGrow: 1,
    minHeight: 0,
    "& iframe": { flexGrow: 1, width: "100%", border: "none", colorScheme: "light dark" },
  },
});

export interface TaskPaneProps {
  readonly pane: Pane;
  readonly writing: Writing | null;
  /** What the add-in sees as the open item. */
  readonly item: OpenItem | null;
  /** Changes whenever the pane is to hear of its item anew. */
  readonly itemKey: string;
  readonly isHidden?: boolean;
}

/** Runs the page in the iframe for as long as the pane is open. */
function useFrame({ pane, writing, item, itemKey }: TaskPaneProps) {
  const { desk, text } = useSandbox();
  const container = useRef<HTMLDivElement>(null);
  const frame = useRef<AddinFrame>(null);
  const latest = useRef(item);
  const told = useRef(itemKey);
  useEffect(() => {
    latest.current = item;
  });
  useEffect(() => {
    const { broker, manifest } = desk.parts;
    if (container.current === null) return undefined;
    const started = new AddinFrame({
      container: container.current,
      title: text.pane(manifest.name),
      url: pane.url,
      addin: manifest,
      outlook: desk.outlook,
      item: latest.current,
      surface: "pane",
      context: pane.context,
      onClose: () => desk.closePane(writing),
    });
    frame.current = started;
    const stopSignIn = serveSignIn(started.iframe, manifest.origin, broker);
    return () => {
      stopSignIn();
      started.dispose();
    };
    // The page starts once per pane; a changed item reaches it as an event, below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, pane.key, pane.url]);
  useEffect(() => {
    if (told.current === itemKey) return;
    told.current = itemKey;
    frame.current?.changeItem(latest.current);
  }, [itemKey]);
  useEffect(() => {
    if (!writing) return undefined;
    return writing.draft.onRecipients((field) => {
      const changed = { to: field === "to", cc: field === "cc", bcc: field === "bcc" };
      frame.current?.fire("olkRecipientsChanged", [JSON.stringify(changed)]);
    });
  }, [writing]);
  return container;
}

export function TaskPane(props: TaskPaneProps) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const [wide, setWide] = useState(false);
  const { isHidden, pane, writing } = props;
  const container = useFrame(props);
  const { name } = desk.parts.manifest;
  return (
    <aside className={mergeClasses(styles.pane, wide && styles.wide, isHidden && styles.hidden)} aria-label={name}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.title}>
          {name}
        </Text>
        <Button
          appearance="subtle"
          size="small"
          icon={wide ? <PanelRightContractRegular /> : <PanelRightExpandRegular />}
          aria-label={wide ? text.narrowPane : text.widePane}
          onClick={() => setWide(!wide)}
        />
        {pane.mayPin && (
          <ToggleButton
            appearance="subtle"
            size="small"
            checked={pane.pinned}
            icon={pane.pinned ? <PinFilled /> : <PinRegular />}
            aria-label={text.pin}
            onClick={() => desk.togglePin(writing)}
          />
        )}
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={text.closePane}
          onClick={() => desk.closePane(writing)}
        />
      </div>
      <div ref={container} className={styles.frame} />
    </aside>
  );
}
