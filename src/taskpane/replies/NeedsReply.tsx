/** "This needs a reply", of a message that is offered. */
import { Button } from "@fluentui/react-components";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

export function NeedsReply({ name, subject }: { readonly name: string; readonly subject: string }) {
  const { addin, run } = usePane();
  const { review, message } = useText();
  return (
    <Button
      appearance="subtle"
      size="small"
      aria-label={review.needsReply(subject)}
      onClick={() => void run(() => addin.includeOffered(name))}
    >
      {message.needsReply}
    </Button>
  );
}
