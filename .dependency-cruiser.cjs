/** Who may import whom: the table of README.md, as data. `npm run check:architecture` reads it. */
const layers = {
  domain: [],
  contract: ["domain"],
  addin: ["domain", "contract"],
  office: ["domain", "contract", "addin"],
  graph: ["domain", "contract", "addin"],
  browser: ["domain", "contract", "addin"],
  taskpane: ["domain", "contract", "addin"],
  launchevent: ["domain", "addin", "office", "browser"],
  commands: ["domain", "addin", "office", "browser"],
  mail: ["domain"],
  server: ["domain", "contract"],
  sandbox: ["domain", "contract", "mail"],
  cli: ["domain", "contract", "mail", "server"],
};
const roots = "^src/taskpane/(index|web)\\.tsx$";
/** What adapters may know of the add-in: its ports, how a part of it is fetched, decisions on a message. */
const ports = "^src/addin/(ports|mailboxPorts|ledgerPorts|laterPort|chunk|decisions|readDecisions)\\.ts$";

const direction = Object.entries(layers).flatMap(([layer, allowed]) => ({
  name: `${layer}-imports`,
  comment: `src/${layer} may import only: ${allowed.join(", ") || "nothing of ours"}`,
  severity: "error",
  from: layer === "taskpane" ? { path: `^src/${layer}/`, pathNot: roots } : { path: `^src/${layer}/` },
  to: { path: "^src/", pathNot: [layer, ...allowed].map((name) => `^src/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...direction,
    {
      name: "adapters-know-ports-only",
      comment: "office, graph and browser stand behind the add-in's ports",
      severity: "error",
      from: { path: "^src/(office|graph|browser)/" },
      to: { path: "^src/addin/", pathNot: ports },
    },
    {
      name: "roots-alone-compose",
      severity: "error",
      from: { path: roots },
      to: { path: "^src/(server|sandbox|mail|cli|tools|launchevent|commands)/" },
    },
    {
      name: "tools-are-imported-by-none",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/tools/" },
      to: { path: "^src/tools/" },
    },
    {
      name: "domain-uses-date-fns-alone",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { path: "node_modules", pathNot: "node_modules/(date-fns|@date-fns/utc)/" },
    },
    {
      name: "domain-touches-no-machine",
      severity: "error",
      from: { path: "^src/(domain|contract|addin)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "contract-uses-zod-mini-alone",
      severity: "error",
      from: { path: "^src/contract/" },
      to: { path: "node_modules", pathNot: "node_modules/zod/(mini|v4)" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "nothing-unresolved", severity: "error", from: { path: "^src/" }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".json", ".d.ts"],
    },
  },
};
