/** The policy's channels; the inquiry's own is checked. */
import { MenuItemRadio } from "@fluentui/react-components";
import type { OnTrigger } from "../chunks/laterMenu.tsx";
import { usePane } from "../pane.tsx";
import { channelName } from "../policyWords.ts";
import { PopupMenu } from "../PopupMenu.tsx";
import { useText } from "../text/useText.tsx";

interface ChannelMenuProps extends OnTrigger {
  readonly channels: readonly string[];
  readonly channel: string;
}

export function ChannelMenu({ channels, channel, ...button }: ChannelMenuProps) {
  const { addin, state, run } = usePane();
  const { language } = useText();
  return (
    <PopupMenu
      {...button}
      positioning="below-end"
      checkedValues={{ channel: [channel] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
        if (chosen !== undefined && chosen !== channel) void run(() => addin.setChannel(chosen));
      }}
    >
      {channels.map((id) => (
        <MenuItemRadio key={id} name="channel" value={id}>
          {channelName(state.policy, id, language)}
        </MenuItemRadio>
      ))}
    </PopupMenu>
  );
}
