/** A message's text, apart from the page's own styles. The server has taken scripts and outside addresses out of it. */
import { useLayoutEffect, useRef } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { MailItem } from "../../api.ts";
import { htmlOfText } from "../mail/plainText.ts";

const useStyles = makeStyles({
  body: { overflowX: "auto", overflowWrap: "anywhere", color: tokens.colorNeutralForeground1 },
});

/** Mail that sets colours of its own was written for white paper: in the dark it keeps its paper. */
const setsColours = /(?:\bcolor|background(?:-color)?)\s*[:=]/i;

const frame = `<style>
  :host { display: block; font: 14px/1.45 "Segoe UI", system-ui, sans-serif; }
  pre, .plain { white-space: pre-wrap; font: inherit; }
  img { max-width: 100%; height: auto; } p { margin: 0 0 0.8em; } table { border-collapse: collapse; }
  blockquote { margin: 0.8em 0; padding-inline-start: 1em; border-inline-start: 2px solid #8886; }
  a { color: LinkText; }
  @media (prefers-color-scheme: dark) { .paper { background: #fff; color: #111; padding: 12px; border-radius: 4px; color-scheme: light; } }
</style>`;

function contentOf(item: MailItem): string {
  if (item.bodyType === "text" || item.html === "") return `<div class="plain">${htmlOfText(item.text)}</div>`;
  return `<div class="${setsColours.test(item.html) ? "paper" : ""}">${item.html}</div>`;
}

export function MessageBody({ item }: { readonly item: MailItem }) {
  const styles = useStyles();
  const host = useRef<HTMLDivElement>(null);
  const content = contentOf(item);
  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: "open" });
    if (root) root.innerHTML = frame + content;
  }, [content]);
  return <div ref={host} className={styles.body} />;
}
