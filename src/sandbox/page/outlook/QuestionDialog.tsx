/** Asks what the desk wants to know: a message that the add-in holds, a slow add-in, a permission. */
import { useSyncExternalStore } from "react";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";
import type { Asked, Question } from "../desk/questions.ts";
import type { SandboxText } from "../text.ts";
import { useMailbox, useSandbox } from "./context.tsx";

const useStyles = makeStyles({ message: { whiteSpace: "pre-line" } });

interface Wording {
  readonly title: string;
  readonly yes: string | null;
  readonly no: string;
  readonly lines: readonly string[];
}

function wordingOf(question: Question, addin: string, person: string, text: SandboxText): Wording {
  const sending = { no: text.doNotSend };
  switch (question.kind) {
    case "held":
      return {
        ...sending,
        title: text.held(addin),
        yes: question.mayInsist ? text.sendAnyway : null,
        lines: [question.message],
      };
    case "slow":
      return {
        ...sending,
        title: text.slow(addin),
        yes: question.mayInsist ? text.sendAnyway : null,
        lines: [text.slowMore],
      };
    case "unavailable":
      return { ...sending, title: addin, yes: null, lines: [text.unavailable(addin)] };
    case "deleteForGood": {
      const line = text.deleteForGoodAsked(question.subject || text.noSubject);
      return { title: text.delete, yes: text.delete, no: text.cancel, lines: [line] };
    }
    case "permission":
      return { title: text.permission, yes: text.allow, no: text.cancel, lines: [text.permissionAsked(addin, person)] };
  }
}

function Ask({ asked }: { readonly asked: Asked }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { state } = useMailbox();
  const { question } = asked;
  const { lines, no, title, yes } = wordingOf(question, desk.parts.manifest.name, state.person.name, text);
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {lines.map((line) => (
              <p key={line} className={styles.message}>
                {line}
              </p>
            ))}
            {question.kind === "permission" && (
              <ul>
                {[...new Set(question.scopes.map(text.scope))].map((scope) => (
                  <li key={scope}>{scope}</li>
                ))}
              </ul>
            )}
          </DialogContent>
          <DialogActions>
            {yes && (
              <Button
                appearance={question.kind === "permission" ? "primary" : "secondary"}
                onClick={() => asked.answer(true)}
              >
                {yes}
              </Button>
            )}
            <Button
              appearance={question.kind === "permission" ? "secondary" : "primary"}
              onClick={() => asked.answer(false)}
            >
              {no}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

export function QuestionDialog() {
  const { questions } = useSandbox().desk.parts;
  const asked = useSyncExternalStore(questions.subscribe, questions.current);
  return asked && <Ask asked={asked} />;
}
