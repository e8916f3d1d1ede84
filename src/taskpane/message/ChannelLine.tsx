/** How the message came and whose it is; the channel can be put right. */
import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import type { MessageView } from "../../addin/addin.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { laterMenu } from "../chunks/laterMenu.tsx";
import { usePane } from "../pane.tsx";
import { channelName, departmentName } from "../policyWords.ts";
import { useText } from "../text/useText.tsx";
import { ReceivedLine } from "./ReceivedLine.tsx";
import { Remarks } from "./Remarks.tsx";

const ChannelMenu = laterMenu(() =>
  import(/* webpackChunkName: "menus" */ "./ChannelMenu.tsx").then((module) => module.ChannelMenu),
);

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  change: { marginRight: `calc(-1 * ${tokens.spacingHorizontalS})`, minWidth: "auto" },
});

interface ChannelLineProps {
  readonly view: MessageView;
  readonly standing: Standing;
  /** Closes the form that corrects the day of arrival; null while it is closed. */
  readonly onCorrected: (() => void) | null;
}

export function ChannelLine({ view, standing, onCorrected }: ChannelLineProps) {
  const { state } = usePane();
  const { calendar } = state;
  const text = useText();
  const styles = useStyles();
  const channel = channelName(state.policy, standing.channel, text.language);
  const department =
    standing.department === null ? null : departmentName(state.policy, standing.department, text.language);
  const channels = Object.keys(state.policy?.channels ?? {});
  return (
    <div>
      <div className={styles.line}>
        <Body1>{department === null ? channel : `${channel} · ${department}`}</Body1>
        {channels.length > 1 && (
          <ChannelMenu
            channels={channels}
            channel={standing.channel}
            trigger={(press) => (
              <Button
                {...press}
                appearance="subtle"
                size="small"
                className={styles.change}
                aria-label={text.message.changeChannel(channel)}
              >
                {text.message.change}
              </Button>
            )}
          />
        )}
      </div>
      {calendar !== null && (
        <>
          <ReceivedLine standing={standing} calendar={calendar} onCorrected={onCorrected} />
          <Remarks standing={standing} compliment={view.compliment} returned={view.replyReturned} calendar={calendar} />
        </>
      )}
    </div>
  );
}
