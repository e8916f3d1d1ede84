/** A button whose menu comes in a chunk of its own: fetched when it is pressed, unless it is there by then. */
import type { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ComponentProps, ComponentType, ReactElement } from "react";
import { chunk } from "../../addin/chunk.ts";
import { usePane } from "../pane.tsx";

/** What makes a button the menu's. */
export type Press = ComponentProps<typeof Button>;

export type Trigger = (press: Press) => ReactElement;

export interface OnTrigger {
  readonly trigger: Trigger;
  /** The button was pressed before its menu was there: it opens at once. */
  readonly pressed: boolean;
}

/** One that does not come is told at the foot of the pane, as every step that was refused. @param fetch imports the menu */
export function laterMenu<P extends OnTrigger>(fetch: () => Promise<ComponentType<P>>) {
  const menu = chunk(fetch);
  return function LaterMenu(menuProps: Omit<P, "pressed">) {
    const { run } = usePane();
    const [Menu, setMenu] = useState(() => menu.now());
    const [pressed, setPressed] = useState(false);
    const open = async () => {
      const there = await menu.load();
      setPressed(true);
      setMenu(() => there);
    };
    const press = () => void run(open);
    if (Menu !== null) return <Menu {...({ ...menuProps, pressed } as P)} />;
    return menuProps.trigger({
      "aria-haspopup": "menu",
      "aria-expanded": false,
      onClick: press,
      onKeyDown: ({ key }) => {
        if (key === "ArrowDown") press();
      },
    });
  };
}
