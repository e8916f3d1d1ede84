/** The next step: a reply, or a new message to whom a notice names, with a template filled in; the menu holds the others. */
import { Caption1, makeStyles, SplitButton, tokens } from "@fluentui/react-components";
import type { MenuButtonProps } from "@fluentui/react-components";
import { useState } from "react";
import type { FilledTemplate } from "../../domain/acknowledgement/draft.ts";
import { later } from "../chunks/later.tsx";
import { laterMenu } from "../chunks/laterMenu.tsx";
import { usePane } from "../pane.tsx";
import { PromiseDay } from "../PromiseDay.tsx";
import { useText } from "../text/useText.tsx";
import { useTemplates } from "../useTemplates.ts";

const ReplyMenu = laterMenu(() =>
  import(/* webpackChunkName: "menus" */ "./ReplyMenu.tsx").then((module) => module.ReplyMenu),
);
const CopyText = later(() =>
  import(/* webpackChunkName: "forms" */ "./CopyText.tsx").then((module) => module.CopyText),
);

const useStyles = makeStyles({
  reply: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  split: { display: "flex", width: "100%" },
  primary: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

interface ReplyButtonProps {
  readonly loud: boolean;
  /** True when the customer had a reply or a receipt already. */
  readonly again: boolean;
  readonly waiting: number;
  /** Whom a new message is to; null where Outlook's Reply reaches the customer. */
  readonly newTo: string | null;
}

export function ReplyButton({ loud, again, waiting, newTo }: ReplyButtonProps) {
  const { addin, run } = usePane();
  const text = useText();
  const styles = useStyles();
  const choice = useTemplates();
  const [refused, setRefused] = useState<FilledTemplate | null>(null);
  const [best] = choice.templates;
  if (best === undefined) return null;

  const reply = async (filled: FilledTemplate) => {
    const opened = await run(() => addin.replyWith(filled.template, filled.promisedDay));
    setRefused(opened ? null : filled);
  };
  const appearance = loud ? "primary" : "secondary";
  return (
    <div className={styles.reply}>
      <ReplyMenu
        templates={choice.templates}
        onChosen={(filled) => void reply(filled)}
        trigger={(press) => (
          <SplitButton
            appearance={appearance}
            className={styles.split}
            menuButton={{ ...(press as MenuButtonProps), "aria-label": text.message.otherTemplates }}
            primaryActionButton={{ className: styles.primary, onClick: () => void reply(best) }}
          >
            {newTo !== null ? text.message.writeNew : again ? text.message.replyAgain : text.message.reply}
          </SplitButton>
        )}
      />
      {newTo !== null && <Caption1 className={styles.quiet}>{text.message.writeNewHint(newTo)}</Caption1>}
      {choice.namesDay(best.template) && <PromiseDay choice={choice} label={text.message.promiseBy} />}
      {waiting > 1 && <Caption1 className={styles.quiet}>{text.message.waiting(waiting)}</Caption1>}
      {refused !== null && (
        <CopyText
          paragraphs={refused.paragraphs}
          hint={newTo === null ? text.pane.replyFailed : text.message.writeNewFailed(newTo)}
        />
      )}
    </div>
  );
}
