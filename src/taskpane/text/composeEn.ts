/** Beside a draft, in English. */
import type { ComposeText } from "./text.ts";

export const englishCompose: ComposeText = {
  label: "Acknowledge",
  answeringDue: (day, time) => `Answering: due ${day}, ${time}`,
  answering: (sentence) => `Answering: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  newMessage: "Acknowledge a message",
  newMessageHint: "Choose a text and put it at the top of your reply.",
  templates: "Template",
  search: "Search templates",
  found: (n) => (n === 0 ? "No template has these words." : n === 1 ? "1 template found" : `${n} templates found`),
  fits: {
    overdue: "Best fit now: the reply is overdue.",
    dueToday: "Best fit now: the reply is due today.",
    promised: "Best fit now: an answer was promised.",
    acknowledged: "Best fit now: receipt was acknowledged.",
    usual: "The city’s usual choice.",
  },
  kind: (kind, meets) => {
    const effect = meets ? "meets the response time" : "the clock goes on";
    switch (kind) {
      case "acknowledgement":
        return `Says that the message arrived; ${effect}`;
      case "holding":
        return `Says who answers and by when; ${effect}`;
      case "part":
        return `Answers a part, or asks for what is missing; ${effect}`;
      case "answer":
      case "unknown":
        return `Answers; ${effect}`;
    }
  },
  preview: "Preview",
  missing: (fields) => `Missing: ${fields.join(", ")}. Fill it in before you send.`,
  fields: {
    customer: "the customer’s name",
    handler: "who deals with it",
    promisedDay: "the promised day",
    subject: "the subject",
    department: "the department",
    city: "the city’s name",
    commitment: "the commitment",
    receivedDay: "the day of receipt",
    contact: "how to reach us",
  },
  promise: "Promise a date",
  insert: "Insert",
  inserted: "Inserted at the top. Read it before you send.",
  noTemplates: "The policy has no templates yet. Ask your administrator to add one.",
};
