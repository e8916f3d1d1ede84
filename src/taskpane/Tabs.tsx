/**
 * Fluent's tabs, one after the other for the Tab key. Fluent's own way of moving between them guards the list by hidden
 * elements that take the focus back; Office.js counts those among the pane's first ones and never hands the focus to
 * Outlook (a keyboard trap: WCAG 2.1.2). Arrow keys move as well.
 */
import {
  renderTabList_unstable,
  type TabListProps,
  useTabList_unstable,
  useTabListContextValues_unstable,
  useTabListStyles_unstable,
} from "@fluentui/react-components";
import { type KeyboardEvent, useRef } from "react";

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

export function Tabs(props: TabListProps) {
  const list = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = steps[event.key];
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const now = tabs.findIndex((tab) => tab === document.activeElement);
    if (step === undefined || now < 0) return;
    event.preventDefault();
    tabs[(now + step + tabs.length) % tabs.length]?.focus();
  };
  const state = useTabList_unstable({ ...props, onKeyDown }, list);
  useTabListStyles_unstable(state);
  const root: Record<string, unknown> = { ...state.root };
  delete root["data-tabster"];
  const plain = { ...state, root: root as unknown as typeof state.root };
  return renderTabList_unstable(plain, useTabListContextValues_unstable(state));
}
