/** The text of a reply that Outlook could not open, to be copied into one. */
import { Field, Textarea } from "@fluentui/react-components";
import { useText } from "../text/useText.tsx";

interface CopyTextProps {
  readonly paragraphs: readonly string[];
  /** What to do with it. */
  readonly hint: string;
}

export function CopyText({ paragraphs, hint }: CopyTextProps) {
  const { message } = useText();
  return (
    <Field label={message.copyText} hint={hint}>
      <Textarea readOnly rows={6} value={paragraphs.join("\n\n")} onFocus={(event) => event.target.select()} />
    </Field>
  );
}
