/** All templates, best fit first, with what a reply of each kind does. */
import { MenuItem } from "@fluentui/react-components";
import type { FilledTemplate } from "../../domain/acknowledgement/draft.ts";
import type { OnTrigger } from "../chunks/laterMenu.tsx";
import { usePane } from "../pane.tsx";
import { templateName } from "../policyWords.ts";
import { PopupMenu } from "../PopupMenu.tsx";
import { useText } from "../text/useText.tsx";

interface ReplyMenuProps extends OnTrigger {
  readonly templates: readonly FilledTemplate[];
  readonly onChosen: (filled: FilledTemplate) => void;
}

export function ReplyMenu({ templates, onChosen, ...button }: ReplyMenuProps) {
  const { policy } = usePane().state;
  const { compose, language } = useText();
  return (
    <PopupMenu {...button} positioning="below-end">
      {templates.map((filled) => (
        <MenuItem
          key={filled.template}
          onClick={() => onChosen(filled)}
          subText={compose.kind(filled.replyKind, policy?.counting.met.includes(filled.replyKind) ?? false)}
        >
          {templateName(policy, filled.template, language)}
        </MenuItem>
      ))}
    </PopupMenu>
  );
}
