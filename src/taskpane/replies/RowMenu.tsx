/** What can be done about a row without opening it first. */
import { Button, makeStyles, MenuItem } from "@fluentui/react-components";
import { MoreHorizontal16Regular } from "@fluentui/react-icons/svg/more-horizontal";
import type { QueueRow } from "../../addin/addin.ts";
import { ReasonItems } from "../message/ReasonItems.tsx";
import { usePane } from "../pane.tsx";
import { PopupMenu } from "../PopupMenu.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({ more: { flexShrink: 0, minWidth: "auto" } });

export function RowMenu({ row, subject }: { readonly row: QueueRow; readonly subject: string }) {
  const { addin, run } = usePane();
  const { replies, message } = useText();
  const styles = useStyles();
  return (
    <PopupMenu
      positioning={{ position: "below", align: "end", autoSize: "height" }}
      pressed={false}
      trigger={(press) => (
        <Button
          {...press}
          appearance="subtle"
          size="small"
          className={styles.more}
          icon={<MoreHorizontal16Regular />}
          aria-label={replies.more(subject)}
        />
      )}
    >
      {row.customer !== null && (
        <MenuItem onClick={() => void run(() => addin.acknowledgeRow(row))}>{replies.acknowledge}</MenuItem>
      )}
      <ReasonItems
        title={message.noReplyNeeded}
        onChosen={(reason) => void run(() => addin.excludeRows([row.internetMessageId], reason))}
      />
    </PopupMenu>
  );
}
