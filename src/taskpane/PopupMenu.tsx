/** A menu on its button; it comes with each menu's items, since only an open one is more than its button. */
import { Menu, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import type { MenuProps } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { OnTrigger, Press } from "./chunks/laterMenu.tsx";

interface PopupMenuProps extends OnTrigger, Omit<MenuProps, "children" | "open" | "defaultOpen"> {
  readonly children: ReactNode;
}

export function PopupMenu({ trigger, pressed, children, ...menu }: PopupMenuProps) {
  return (
    <Menu {...menu} defaultOpen={pressed}>
      <MenuTrigger disableButtonEnhancement>{(press) => trigger(press as Press)}</MenuTrigger>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
