/** Takes the message off the clock, with a reason from the policy's closed list, or its sender for good. */
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { exclusionReasons } from "../../domain/inquiry/fact.ts";
import type { ExclusionReason } from "../../domain/inquiry/fact.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({ sender: { overflowWrap: "anywhere" } });

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

interface NoReplyNeededProps {
  /** Whom "never needs a reply" can be said of; "*@domain" for everybody there. */
  readonly senders: readonly string[];
  readonly onChosen: (reason: ExclusionReason) => void;
  readonly onNever: (sender: string) => void;
}

export function NoReplyNeeded({ senders, onChosen, onNever }: NoReplyNeededProps) {
  const { state } = usePane();
  const { message } = useText();
  const styles = useStyles();
  const allowed = state.policy?.reasons;
  const reasons = exclusionReasons.filter((reason) => allowed === undefined || allowed.includes(reason));
  if (reasons.length === 0 && senders.length === 0) return null;
  return (
    <Menu positioning={{ position: "above", align: "end", autoSize: "height" }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small">
          {message.noReplyNeeded}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {reasons.length > 0 && (
            <MenuGroup>
              <MenuGroupHeader>{message.chooseReason}</MenuGroupHeader>
              {reasons.map((reason) => (
                <MenuItem key={reason} onClick={() => onChosen(reason)}>
                  {capital(message.reason(reason))}
                </MenuItem>
              ))}
            </MenuGroup>
          )}
          {reasons.length > 0 && senders.length > 0 && <MenuDivider />}
          {senders.map((sender) => (
            <MenuItem key={sender} className={styles.sender} onClick={() => onNever(sender)}>
              {sender.startsWith("*@") ? message.neverDomain(sender.slice(2)) : message.neverAddress(sender)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
