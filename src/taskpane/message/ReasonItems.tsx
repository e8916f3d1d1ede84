/** The policy's closed list of reasons why a message needs no reply, for a menu. */
import { MenuGroup, MenuGroupHeader, MenuItem } from "@fluentui/react-components";
import { exclusionReasons } from "../../domain/inquiry/fact.ts";
import type { ExclusionReason } from "../../domain/inquiry/fact.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Those of the product's reasons that the policy allows; all where it names none. */
export function useReasons(): readonly ExclusionReason[] {
  const allowed = usePane().state.policy?.reasons;
  return exclusionReasons.filter((reason) => allowed === undefined || allowed.includes(reason));
}

interface ReasonItemsProps {
  readonly title: string;
  readonly onChosen: (reason: ExclusionReason) => void;
}

export function ReasonItems({ title, onChosen }: ReasonItemsProps) {
  const { message } = useText();
  const reasons = useReasons();
  if (reasons.length === 0) return null;
  return (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {reasons.map((reason) => (
        <MenuItem key={reason} onClick={() => onChosen(reason)}>
          {capital(message.reason(reason))}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
