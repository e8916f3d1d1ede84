/** The rows of the table of routes for named figures, where the policy turns those on. */
import {
  ownFiguresQuestion,
  ownFiguresSchema,
  personErasedSchema,
  personRequest,
  personsQuestion,
  personsSchema,
} from "../../contract/persons.ts";
import type { Route } from "./route.ts";

export const personRoutes = {
  ownFigures: {
    method: "GET",
    address: "/api/me/figures",
    access: "signedIn",
    summary: "The caller's own line among the named figures, where the policy turns those on.",
    query: ownFiguresQuestion,
    answer: ownFiguresSchema,
  },
  persons: {
    method: "GET",
    address: "/api/persons",
    access: "figures",
    summary:
      "How many replies each person sent, in time and late, where the policy turns named figures on; noted by name.",
    query: personsQuestion,
    answer: personsSchema,
  },
  erasePerson: {
    method: "POST",
    address: "/api/persons/erasures",
    access: "administrator",
    summary:
      "Takes a person away from all inquiries, by the directory's object id: what they sent until now names nobody again.",
    body: personRequest,
    answer: personErasedSchema,
  },
} as const satisfies Readonly<Record<string, Route>>;
