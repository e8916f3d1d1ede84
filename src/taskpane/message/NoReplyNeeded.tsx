/** Takes the message off the clock, with a reason from the policy's closed list, or its sender for good. */
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import type { ExclusionReason } from "../../domain/inquiry/fact.ts";
import { useText } from "../text/useText.tsx";
import { ReasonItems, useReasons } from "./ReasonItems.tsx";

const useStyles = makeStyles({ sender: { overflowWrap: "anywhere" } });

interface NoReplyNeededProps {
  /** What the button says; "No reply needed" unless the place asks otherwise. */
  readonly label?: string;
  /** Outlined where it is one of the view's own answers. */
  readonly appearance?: "subtle" | "secondary";
  /** Whom "never needs a reply" can be said of; "*@domain" for everybody there. */
  readonly senders?: readonly string[];
  readonly onChosen: (reason: ExclusionReason) => void;
  readonly onNever?: (sender: string) => void;
}

export function NoReplyNeeded({ label, appearance = "subtle", senders = [], onChosen, onNever }: NoReplyNeededProps) {
  const { message } = useText();
  const styles = useStyles();
  const reasons = useReasons();
  if (reasons.length === 0 && senders.length === 0) return null;
  return (
    <Menu positioning={{ position: "above", align: "end", autoSize: "height" }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance={appearance} size="small">
          {label ?? message.noReplyNeeded}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <ReasonItems title={message.chooseReason} onChosen={onChosen} />
          {reasons.length > 0 && senders.length > 0 && <MenuDivider />}
          {senders.map((sender) => (
            <MenuItem key={sender} className={styles.sender} onClick={() => onNever?.(sender)}>
              {sender.startsWith("*@") ? message.neverDomain(sender.slice(2)) : message.neverAddress(sender)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
