/** Where the policy lies that comes with the package. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The policy that ships with the package; its sources and its compiled form stand at different depths. */
export function defaultPolicyFile(): string {
  let folder = new URL(".", import.meta.url);
  for (let up = 0; up < 5; up += 1) {
    const file = new URL("assets/policies/spruce-grove.json", folder);
    if (existsSync(file)) return fileURLToPath(file);
    folder = new URL("..", folder);
  }
  throw new Error("the package has no assets/policies/spruce-grove.json: install it again");
}
