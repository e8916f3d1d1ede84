/** Takes the message off the clock, with a reason from the policy's closed list, or its sender for good. */
import { Button } from "@fluentui/react-components";
import type { ExclusionReason } from "../../domain/inquiry/fact.ts";
import { laterMenu } from "../chunks/laterMenu.tsx";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { reasonsOf } from "./reasons.ts";

const ReasonMenu = laterMenu(() =>
  import(/* webpackChunkName: "menus" */ "./ReasonMenu.tsx").then((module) => module.ReasonMenu),
);

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
  const { policy } = usePane().state;
  const { message } = useText();
  if (reasonsOf(policy).length === 0 && senders.length === 0) return null;
  return (
    <ReasonMenu
      senders={senders}
      onChosen={onChosen}
      onNever={(sender) => onNever?.(sender)}
      trigger={(press) => (
        <Button {...press} appearance={appearance} size="small">
          {label ?? message.noReplyNeeded}
        </Button>
      )}
    />
  );
}
