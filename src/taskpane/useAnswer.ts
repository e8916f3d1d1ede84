/** Asks what a view shows of a department; an answer to an older question is dropped. */
import { useEffect, useState } from "react";
import type { OutsideCode } from "../addin/ports.ts";

/** Never a new function for the same question: it is asked again whenever another one is given. */
type Ask<T> = (department: string | null) => Promise<T>;

interface Asked<T> {
  readonly ask: Ask<T>;
  readonly department: string | null;
  readonly answer: T | { readonly ok: false; readonly why: OutsideCode };
}

export interface Answer<T> {
  /** Null while it is being asked for. */
  readonly answer: Asked<T>["answer"] | null;
  readonly again: () => void;
}

export function useAnswer<T>(ask: Ask<T>, department: string | null): Answer<T> {
  const [asked, setAsked] = useState<Asked<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const show = (answer: Asked<T>["answer"]) => {
      if (wanted) setAsked({ ask, department, answer });
    };
    ask(department).then(show, (error: unknown) => {
      show({ ok: false, why: "unexpected" });
      reportError(error);
    });
    return () => {
      wanted = false;
    };
  }, [ask, department, attempt]);
  return {
    answer: asked !== null && asked.ask === ask && asked.department === department ? asked.answer : null,
    again: () => {
      setAsked(null);
      setAttempt(attempt + 1);
    },
  };
}
