/** `civicreply serve`: runs the service until it is asked to end. */
import { parseArgs } from "node:util";
import { runService } from "../server/main.ts";

const usage = `civicreply serve [options]

  --port N           port to listen on (CIVICREPLY_PORT)
  --host ADDRESS     address to listen on (CIVICREPLY_HOST; 127.0.0.1)
  --policy FILE      the policy document (CIVICREPLY_POLICY)
  --database FILE    the SQLite file (CIVICREPLY_DATABASE)
  --help             this text

Everything else is set in the environment; docs/deploy.md lists it. An option wins over the environment.
`;

const options = {
  port: { type: "string" },
  host: { type: "string" },
  policy: { type: "string" },
  database: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** The environment that the options ask for, the help text, or what is wrong with them. */
function read(args: string[]): { env: NodeJS.ProcessEnv } | { help: true } | { problem: string } {
  try {
    const { help, ...named } = parseArgs({ args, options }).values;
    if (help) return { help };
    return {
      env: Object.fromEntries(
        Object.entries(named).map(([name, value]) => [`CIVICREPLY_${name.toUpperCase()}`, value]),
      ),
    };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** @returns the exit code: 0 after an orderly end, 1 when the service could not start, 2 for options it does not know */
export async function serveCommand(args: string[]): Promise<number> {
  const asked = read(args);
  if ("help" in asked) {
    process.stdout.write(usage);
    return 0;
  }
  if ("problem" in asked) {
    process.stderr.write(`${asked.problem}\n\n${usage}`);
    return 2;
  }
  return runService({ ...process.env, ...asked.env });
}
