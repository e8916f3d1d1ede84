/** Lets happen to the open message what the add-in does not see: a phone, a colleague, another mail server. */
import { useState } from "react";
import {
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { PhoneRegular } from "@fluentui/react-icons";
import type { Behind } from "../../api.ts";
import { colleagueIn, type Deed, deedsFor } from "../mail/listed.ts";
import { useMailbox, useSandbox } from "./context.tsx";
import { NameDialog } from "./NameDialog.tsx";
import { Unseen } from "./Unseen.tsx";

const useStyles = makeStyles({
  hint: {
    padding: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    maxWidth: "260px",
    overflowWrap: "anywhere",
  },
});

export function ElsewhereMenu() {
  const styles = useStyles();
  const focusBack = useRestoreFocusTarget();
  const { desk, text } = useSandbox();
  const listed = useMailbox();
  const [said, setSaid] = useState("");
  const [isEditing, setIsEditing] = useState(false);
  const item = listed.conversation.find(({ id, isDraft }) => id === listed.shown && !isDraft);
  const colleague = colleagueIn(listed);
  const happen = (deed: Behind): void =>
    desk.attempt(async () => {
      await desk.parts.mailbox.behind(deed);
      setSaid(deed.what in text.deedDone ? text.deedDone[deed.what as Deed] : "");
    });
  const start = (what: Deed, message: string) => (): void => {
    if (what === "subjectEdited") setIsEditing(true);
    else if (what === "answeredByColleague") happen({ what, message, by: colleague ?? "" });
    else happen({ what, message });
  };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button {...focusBack} size="small" appearance="subtle" icon={<PhoneRegular />}>
            {text.elsewhere}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <Caption1 block className={styles.hint}>
            {item ? text.elsewhereFor(item.subject || text.noSubject) : text.elsewhereNothing}
          </Caption1>
          {item && (
            <MenuList>
              {deedsFor(item, colleague).map((what) => (
                <MenuItem key={what} onClick={start(what, item.id)}>
                  {text.deed[what]}
                </MenuItem>
              ))}
            </MenuList>
          )}
        </MenuPopover>
      </Menu>
      {isEditing && item && (
        <NameDialog
          title={text.elsewhere}
          label={text.subject}
          action={text.save}
          first={item.subject}
          onName={(subject) => happen({ what: "subjectEdited", message: item.id, subject })}
          onClose={() => setIsEditing(false)}
        />
      )}
      <span role="status">
        <Unseen>{said}</Unseen>
      </span>
    </>
  );
}
