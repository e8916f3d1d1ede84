/** The body of a draft: rich text that is edited in place, or plain lines. */
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { EditedDraft } from "../mail/draft.ts";
import { htmlOfText, textOfLines } from "../mail/plainText.ts";
import { useSandbox } from "./context.tsx";

const useStyles = makeStyles({
  body: {
    minHeight: "220px",
    padding: `${tokens.spacingVerticalM} 0`,
    outline: "none",
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase400,
    "& p": { margin: `0 0 ${tokens.spacingVerticalM}` },
    "& blockquote": {
      margin: `${tokens.spacingVerticalM} 0`,
      paddingLeft: tokens.spacingHorizontalM,
      borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    },
    "& hr": { border: "none", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  lines: {
    width: "100%",
    boxSizing: "border-box",
    border: "none",
    resize: "vertical",
    background: "none",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
  },
});

export interface EditorProps {
  readonly draft: EditedDraft;
  readonly isReadOnly: boolean;
  readonly autoFocus: boolean;
}

/** The marked range of the editor; null when the selection is elsewhere. */
function rangeIn(editor: HTMLElement): Range | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return editor.contains(range.commonAncestorContainer) ? range : null;
}

function RichEditor({ draft, isReadOnly, autoFocus }: EditorProps) {
  const styles = useStyles();
  const { text } = useSandbox();
  const { html } = useSyncExternalStore(draft.subscribe, draft.now);
  const editor = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Only what others wrote: setting the same again would move the cursor.
    if (editor.current && editor.current.innerHTML !== html) editor.current.innerHTML = html;
  }, [html]);
  useEffect(() => {
    const element = editor.current;
    if (!element) return undefined;
    let last: Range | null = null;
    const changed = (): void => {
      last = rangeIn(element)?.cloneRange() ?? last;
    };
    const focused = (): void => {
      draft.cursor = {
        insert(added) {
          const range = last && element.contains(last.commonAncestorContainer) ? last : document.createRange();
          if (range !== last) range.setStart(element, 0);
          range.deleteContents();
          range.insertNode(range.createContextualFragment(added));
          range.collapse(false);
          void draft.change({ html: element.innerHTML });
        },
        selectedText: () => last?.toString() ?? "",
      };
    };
    element.addEventListener("focus", focused);
    document.addEventListener("selectionchange", changed);
    if (autoFocus) element.focus();
    return () => {
      element.removeEventListener("focus", focused);
      document.removeEventListener("selectionchange", changed);
      draft.cursor = null;
    };
  }, [draft, autoFocus]);
  return (
    <div
      ref={editor}
      role="textbox"
      aria-multiline
      aria-label={text.messageBody}
      contentEditable={!isReadOnly}
      suppressContentEditableWarning
      tabIndex={0}
      className={styles.body}
      onInput={(event) => void draft.change({ html: event.currentTarget.innerHTML })}
    />
  );
}

function PlainEditor({ draft, isReadOnly, autoFocus }: EditorProps) {
  const styles = useStyles();
  const { text } = useSandbox();
  const { html } = useSyncExternalStore(draft.subscribe, draft.now);
  const lines = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = lines.current;
    if (!element) return undefined;
    const focused = (): void => {
      draft.cursor = {
        insert(added) {
          element.setRangeText(textOfLines(added), element.selectionStart, element.selectionEnd, "end");
          void draft.change({ html: htmlOfText(element.value) });
        },
        selectedText: () => element.value.slice(element.selectionStart, element.selectionEnd),
      };
    };
    element.addEventListener("focus", focused);
    if (autoFocus) {
      element.focus();
      element.setSelectionRange(0, 0);
    }
    return () => {
      element.removeEventListener("focus", focused);
      draft.cursor = null;
    };
  }, [draft, autoFocus]);
  return (
    <textarea
      ref={lines}
      aria-label={text.messageBody}
      className={`${styles.body} ${styles.lines}`}
      readOnly={isReadOnly}
      value={textOfLines(html)}
      onChange={(event) => void draft.change({ html: htmlOfText(event.target.value) })}
    />
  );
}

export function Editor(props: EditorProps) {
  const { bodyType } = useSyncExternalStore(props.draft.subscribe, props.draft.now);
  return bodyType === "text" ? <PlainEditor {...props} /> : <RichEditor {...props} />;
}
