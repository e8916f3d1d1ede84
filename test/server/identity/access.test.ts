import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { roles } from "../../../src/contract/me.ts";
import { refusedCall, refusedFunction, refusedSight, sightOf } from "../../../src/server/identity/access.ts";
import { town } from "../support/town.ts";

const policy = town().rules.policy;
const byGroup = { g1: ["planning"], g2: ["parks", "planning"], g3: ["closed-long-ago"] };

const person = fc.record({
  tid: fc.constant("t"),
  oid: fc.constant("o"),
  roles: fc.subarray([...roles]),
  groups: fc.subarray([...Object.keys(byGroup), "constructor"]),
  name: fc.constantFrom("Robin Clerk", null),
});

test("a supervisor sees the departments of all own groups that the policy still has", () => {
  const sight = sightOf(
    { tid: "t", oid: "o", roles: ["Supervisor"], groups: ["g2", "g3"], name: null },
    policy,
    byGroup,
  );
  expect(sight).toEqual({ whole: false, departments: ["planning", "parks"] });
});

test("nobody sees more without a role than with it, nor anything without one", () => {
  fc.assert(
    fc.property(person, (one) => {
      const sight = sightOf(one, policy, byGroup);
      const leads = one.roles.includes("Reviewer") || one.roles.includes("Administrator");
      expect(sight.whole).toBe(leads);
      if (one.roles.length === 0) expect(sight.departments).toEqual([]);
      for (const department of ["planning", "parks"]) {
        const may = refusedSight({ person: one, sight }, department) === null;
        expect(may).toBe(one.roles.length > 0 && sight.departments.includes(department));
      }
    }),
  );
});

test("a function is seen by whoever sees one of its departments, or all", () => {
  fc.assert(
    fc.property(person, (one) => {
      const caller = { person: one, sight: sightOf(one, policy, byGroup) };
      const refusal = refusedFunction(caller, "permits", policy);
      const isSeen = caller.sight.whole || caller.sight.departments.includes("planning");
      expect(refusal).toEqual(isSeen ? null : { code: "otherFunction" });
      expect(refusedFunction(caller, null, policy)).toBeNull();
      for (const unknown of ["parking", "constructor"])
        expect(refusedFunction(caller, unknown, policy)).toMatchObject({ code: "unknownFunction", field: "function" });
    }),
  );
});

test("what is for administrators is for them alone, whatever else somebody may see", () => {
  fc.assert(
    fc.property(person, (one) => {
      const refusal = refusedCall("administrator", { person: one, sight: sightOf(one, policy, byGroup) });
      expect(refusal).toEqual(one.roles.includes("Administrator") ? null : { code: "administratorOnly" });
    }),
  );
});

test("whoever is signed in may call what is for everybody, and figures only with some department to see", () => {
  fc.assert(
    fc.property(person, (one) => {
      const caller = { person: one, sight: sightOf(one, policy, byGroup) };
      expect(refusedCall("signedIn", caller)).toBeNull();
      expect(refusedCall("figures", caller)).toEqual(refusedSight(caller, null));
    }),
  );
});
