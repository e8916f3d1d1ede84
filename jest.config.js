/** Unit and service tests run in Node; views in jsdom; end-to-end tests in a real Chromium through the sandbox. */
const shared = {
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "es6" },
      },
    ],
  },
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/out/"],
};

export default {
  projects: [
    {
      ...shared,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        "<rootDir>/test/taskpane/",
        "<rootDir>/test/e2e/",
        "<rootDir>/test/sandbox/refusals/",
      ],
    },
    {
      ...shared,
      displayName: "views",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/test/taskpane/**/*.test.ts?(x)"],
    },
    {
      ...shared,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts", "<rootDir>/test/sandbox/refusals/**/*.test.ts"],
    },
  ],
};
