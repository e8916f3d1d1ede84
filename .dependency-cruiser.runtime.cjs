/** What the event runtime reaches once types are erased: it is one small file, so it must not reach these, however indirectly. */
module.exports = {
  forbidden: [
    {
      name: "event-runtime-stays-small",
      severity: "error",
      from: { path: "^src/(launchevent|commands)/" },
      to: { path: "node_modules/(react|react-dom|@fluentui|@azure|zod)/", reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
};
