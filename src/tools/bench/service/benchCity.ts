/** The policy by which the measured service goes: the city's document with some departments. */
import { readFile } from "node:fs/promises";
import { type CurrentPolicy, currentPolicy } from "../../../server/currentPolicy.ts";
import { withDepartments } from "./inventedFacts.ts";

const document = new URL("../../../../../assets/policies/spruce-grove.json", import.meta.url);

export async function benchCity(): Promise<CurrentPolicy> {
  const city = currentPolicy(withDepartments(JSON.parse(await readFile(document, "utf8")) as object));
  if (!city.ok) throw new Error("the shipped policy cannot be used: run civicreply policy check");
  return city.value;
}
