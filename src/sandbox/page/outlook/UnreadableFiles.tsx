/** Mail files that could not be read, each with its reason. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons";
import type { SandboxState } from "../../api.ts";
import { useSandbox } from "./context.tsx";

const useStyles = makeStyles({
  file: { display: "grid", marginBottom: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  list: { listStyleType: "none", padding: 0, margin: 0 },
  reason: { color: tokens.colorNeutralForeground3 },
});

export function UnreadableFiles({ files }: { readonly files: SandboxState["unreadable"] }) {
  const styles = useStyles();
  const { text } = useSandbox();
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<WarningRegular />}>
          {text.unreadable(files.length)}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text.unreadableTitle}</DialogTitle>
          <DialogContent>
            <ul className={styles.list}>
              {files.map(({ file, reason }) => (
                <li key={file} className={styles.file}>
                  <Text weight="semibold">{file}</Text>
                  <Text className={styles.reason}>{reason}</Text>
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{text.close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
