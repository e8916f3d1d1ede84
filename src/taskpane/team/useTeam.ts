/** Asks for a department's figures; an answer to an older question is dropped. */
import { useEffect, useState } from "react";
import type { Addin, TeamAnswer } from "../../addin/addin.ts";

interface Asked {
  readonly department: string | null;
  readonly answer: TeamAnswer;
}

export interface Team {
  /** Null while it is being asked for. */
  readonly answer: TeamAnswer | null;
  readonly again: () => void;
}

export function useTeam(addin: Addin, department: string | null): Team {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const show = (answer: TeamAnswer) => {
      if (wanted) setAsked({ department, answer });
    };
    addin.team(department).then(show, (error: unknown) => {
      show({ ok: false, why: "unexpected" });
      reportError(error);
    });
    return () => {
      wanted = false;
    };
  }, [addin, department, attempt]);
  return {
    answer: asked !== null && asked.department === department ? asked.answer : null,
    again: () => {
      setAsked(null);
      setAttempt(attempt + 1);
    },
  };
}
