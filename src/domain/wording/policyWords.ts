/** The catalogue of what is said of a policy document, by language. */
import type { Language } from "./dates.ts";
import { policyEnglish, type PolicyWords } from "./policyEnglish.ts";
import { policyFrench } from "./policyFrench.ts";

export type { PolicyWords } from "./policyEnglish.ts";

/** Something to say of a document, in whichever language is asked for. */
export type Phrase = (said: PolicyWords) => string;

export const policyWords: Readonly<Record<Language, PolicyWords>> = { en: policyEnglish, fr: policyFrench };
