/** Lets a new message arrive: one of the list, or an .eml file dropped on the page. */
import { useEffect, useState } from "react";
import {
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import { MailAddRegular } from "@fluentui/react-icons";
import type { MailRow } from "../../api.ts";
import { nameOf } from "../mail/addresses.ts";
import { useMailbox, useSandbox } from "./context.tsx";
import { Unseen } from "./Unseen.tsx";

const useStyles = makeStyles({
  hint: { padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
  drop: {
    position: "fixed",
    inset: 0,
    zIndex: 20,
    display: "grid",
    placeItems: "center",
    backgroundColor: tokens.colorBackgroundOverlay,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase500,
  },
});

/** Takes files dropped anywhere; true while one hangs over the page. */
function useDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      for (const file of event.dataTransfer?.files ?? []) onFile(file);
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  });
  return over;
}

export function ArrivalMenu() {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { state } = useMailbox();
  const { mailbox } = desk.parts;
  const [said, setSaid] = useState("");
  const arrived = async (row: MailRow): Promise<void> => {
    setSaid(text.arrived(nameOf(row.from) || text.noSender, row.subject || text.noSubject));
    await mailbox.refresh();
  };
  const arriveFile = async (file: File): Promise<void> => {
    const answer = await mailbox.server.arriveFile(file);
    if ("refused" in answer) desk.warn(text.notArrived(file.name, answer.refused));
    else await arrived(answer);
  };
  const over = useDrop((file) => desk.attempt(() => arriveFile(file)));
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" appearance="subtle" icon={<MailAddRegular />}>
            {text.newMail}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {state.arrivals.map(({ id, label }) => (
              <MenuItem key={id} onClick={() => desk.attempt(async () => arrived(await mailbox.server.arrive(id)))}>
                {label}
              </MenuItem>
            ))}
          </MenuList>
          <MenuDivider />
          <Caption1 block className={styles.hint}>
            {text.dropHint}
          </Caption1>
        </MenuPopover>
      </Menu>
      <span role="status">
        <Unseen>{said}</Unseen>
      </span>
      {over && <div className={styles.drop}>{text.drop}</div>}
    </>
  );
}
