/** Asks for one line of text: a folder's name, a message's subject. */
import { type SyntheticEvent, useState } from "react";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { useSandbox } from "./context.tsx";

export interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  /** What the button that takes it says. */
  readonly action: string;
  readonly first?: string;
  /** Never with a blank text. */
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

export function NameDialog({ title, label, action, first = "", onName, onClose }: NameDialogProps) {
  const { text } = useSandbox();
  const [name, setName] = useState(first);
  const take = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() === "") return;
    onName(name.trim());
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <form onSubmit={take}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>
              <Field label={label}>
                <Input value={name} maxLength={255} onChange={(_, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={name.trim() === ""}>
                {action}
              </Button>
              <Button onClick={onClose}>{text.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
