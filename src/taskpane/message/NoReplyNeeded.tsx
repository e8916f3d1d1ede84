/** Takes the message off the clock, with a reason from the policy's closed list. */
import {
  Button,
  Menu,
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

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function NoReplyNeeded({ onChosen }: { readonly onChosen: (reason: ExclusionReason) => void }) {
  const { state } = usePane();
  const { message } = useText();
  const allowed = state.policy?.reasons;
  const reasons = exclusionReasons.filter((reason) => allowed === undefined || allowed.includes(reason));
  if (reasons.length === 0) return null;
  return (
    <Menu positioning="above-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small">
          {message.noReplyNeeded}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{message.chooseReason}</MenuGroupHeader>
            {reasons.map((reason) => (
              <MenuItem key={reason} onClick={() => onChosen(reason)}>
                {capital(message.reason(reason))}
              </MenuItem>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
