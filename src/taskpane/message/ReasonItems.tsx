/** The policy's closed list of reasons why a message needs no reply, for a menu. */
import { MenuGroup, MenuGroupHeader, MenuItem } from "@fluentui/react-components";
import type { ExclusionReason } from "../../domain/inquiry/fact.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { reasonsOf } from "./reasons.ts";

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

interface ReasonItemsProps {
  readonly title: string;
  readonly onChosen: (reason: ExclusionReason) => void;
}

export function ReasonItems({ title, onChosen }: ReasonItemsProps) {
  const { message } = useText();
  const reasons = reasonsOf(usePane().state.policy);
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
