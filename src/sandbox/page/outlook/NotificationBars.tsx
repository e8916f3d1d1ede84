/** The bars over a message or draft that the add-in put there, each to be dismissed. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ItemNotification, MailItem } from "../../api.ts";
import { fieldsOf, textOf } from "../host/envelope.ts";
import type { OpenItem } from "../host/outlook.ts";
import type { Writing } from "../desk/writing.ts";
import { useSandbox } from "./context.tsx";

const useStyles = makeStyles({
  bars: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalL}`,
  },
  icon: { width: "16px", height: "16px" },
  words: { whiteSpace: "normal", overflowWrap: "anywhere", minWidth: 0, paddingTop: "2px", paddingBottom: "2px" },
});

/** By the type's number on the wire: informational, progress, error, insight. */
const intents = ["info", "info", "error", "info"] as const;
const progress = 1;

interface BarProps {
  readonly notification: ItemNotification;
  readonly onDismiss: () => void;
  readonly onAction: (commandId: string, context: string) => void;
}

function Bar({ notification, onDismiss, onAction }: BarProps) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { icon, message, type } = notification;
  const image = icon === undefined ? null : desk.parts.manifest.image(icon);
  const actions: readonly unknown[] = Array.isArray(notification.actions) ? notification.actions : [];
  const action = fieldsOf(actions[0]);
  const label = textOf(action["actionText"]);
  const sign =
    type === progress ? <Spinner size="extra-tiny" /> : image && <img className={styles.icon} src={image} alt="" />;
  return (
    <MessageBar
      intent={intents[type] ?? "info"}
      layout={label ? "multiline" : "singleline"}
      {...(sign ? { icon: sign } : {})}
    >
      <MessageBarBody className={styles.words}>{message}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label={text.dismiss} onClick={onDismiss} />
        }
      >
        {label && (
          <Button onClick={() => onAction(textOf(action["commandId"]), JSON.stringify(action["contextData"] ?? ""))}>
            {label}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

export interface NotificationBarsProps {
  readonly mail: MailItem;
  readonly item: OpenItem;
  readonly writing: Writing | null;
}

export function NotificationBars({ mail, item, writing }: NotificationBarsProps) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { compose, read } = desk.parts.manifest;
  const open = (commandId: string, context: string): void => {
    const buttons = (writing ? compose : read).flatMap((control) => control.buttons);
    const button = buttons.find((one) => one.id === commandId);
    if (button) desk.press(button, writing, context);
  };
  if (mail.notifications.length === 0) return null;
  return (
    <div className={styles.bars} role="group" aria-label={text.notifications}>
      {mail.notifications.map((notification) => (
        <Bar
          key={notification.key}
          notification={notification}
          onAction={open}
          onDismiss={() =>
            desk.attempt(() =>
              item.change({ notifications: item.now().notifications.filter((one) => one.key !== notification.key) }),
            )
          }
        />
      ))}
    </div>
  );
}
