import { expect, test } from "@jest/globals";
import { greetingName } from "../../../src/domain/acknowledgement/greetingName.ts";

test.each([
  ["Amara Okafor", "Amara Okafor"],
  ["OKAFOR, Amara", "Amara Okafor"],
  ["Okafor, Amara", "Amara Okafor"],
  ["'Amara Okafor'", "Amara Okafor"],
  ["amara okafor", "Amara Okafor"],
  ["AMARA O'BRIEN-OKAFOR", "Amara O'Brien-Okafor"],
  ["Dr. Amara Okafor", "Dr. Amara Okafor"],
  ["Amara Okafor, P.Eng.", "Amara Okafor"],
  ["Amara Okafor (Planning)", "Amara Okafor"],
  ["Amara Okafor via Files", "Amara Okafor"],
  ["Ludwig van der Berg", "Ludwig van der Berg"],
  ["Élodie Côté", "Élodie Côté"],
  ["王伟", "王伟"],
  ["{handler}", "{handler}"],
  ["Prairie Homes Ltd.", "Prairie Homes Ltd."],
  ["Amara", "Amara"],
])("%s is greeted as %s", (name, greeted) => {
  expect(greetingName({ name, address: "amara@okafor.example" })).toBe(greeted);
});

test.each(["", "amara@okafor.example", "+1 780 555 0117", "Info", "Reception", "…", "No Reply"])(
  "%j is no name",
  (name) => {
    expect(greetingName({ name, address: "someone@okafor.example" })).toBeNull();
  },
);

test("nobody, and a machine that cannot be answered, have no name", () => {
  expect(greetingName(null)).toBeNull();
  expect(greetingName({ name: "Amara Okafor", address: "no-reply@okafor.example" })).toBeNull();
});
