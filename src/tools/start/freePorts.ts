/** Are the ports free? Asked before anything is started, so that nothing half-started has to be stopped. */
import { createServer } from "node:net";
import type { Ports } from "./options.ts";

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "localhost" }, () => server.close(() => resolve(true)));
  });
}

/** @returns a sentence that names every port that another program holds, or null when all are free */
export async function takenPorts(ports: Ports): Promise<string | null> {
  const named = Object.entries(ports) as readonly [keyof Ports, number][];
  const free = await Promise.all(named.map(([, port]) => isFree(port)));
  const taken = named
    .filter((_, index) => free[index] === false)
    .map(([name, port]) => `${String(port)} (--${name}-port)`);
  if (taken.length === 0) return null;
  const which = taken.length === 1 ? `Port ${taken.join("")} is taken` : `Ports ${taken.join(", ")} are taken`;
  return `${which} by another program, perhaps by a sandbox that still runs. Stop it, or choose others: npm start -- --port 8443`;
}
