/** Reasons why a message needs no reply, and senders who never need one. */
import { makeStyles, MenuDivider, MenuItem } from "@fluentui/react-components";
import type { ExclusionReason } from "../../domain/inquiry/fact.ts";
import type { OnTrigger } from "../chunks/laterMenu.tsx";
import { usePane } from "../pane.tsx";
import { PopupMenu } from "../PopupMenu.tsx";
import { useText } from "../text/useText.tsx";
import { ReasonItems } from "./ReasonItems.tsx";
import { reasonsOf } from "./reasons.ts";

const useStyles = makeStyles({ sender: { overflowWrap: "anywhere" } });

interface ReasonMenuProps extends OnTrigger {
  /** "*@domain" for everybody there. */
  readonly senders: readonly string[];
  readonly onChosen: (reason: ExclusionReason) => void;
  readonly onNever: (sender: string) => void;
}

export function ReasonMenu({ senders, onChosen, onNever, ...button }: ReasonMenuProps) {
  const { policy } = usePane().state;
  const { message } = useText();
  const styles = useStyles();
  return (
    <PopupMenu {...button} positioning={{ position: "above", align: "end", autoSize: "height" }}>
      <ReasonItems title={message.chooseReason} onChosen={onChosen} />
      {reasonsOf(policy).length > 0 && senders.length > 0 && <MenuDivider />}
      {senders.map((sender) => (
        <MenuItem key={sender} className={styles.sender} onClick={() => onNever(sender)}>
          {sender.startsWith("*@") ? message.neverDomain(sender.slice(2)) : message.neverAddress(sender)}
        </MenuItem>
      ))}
    </PopupMenu>
  );
}
