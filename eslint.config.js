import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/** The machine's clock, zone and dice are ports, not globals (design.md, rules 1 and 2). */
const noMachineTime = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Now is a parameter: take it from the Clock port.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Now is a parameter: take it from the Clock port.",
  },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "Chance is a parameter." },
  {
    selector: "MemberExpression[object.name='Intl'][property.name='DateTimeFormat']",
    message: "Zones come with the policy (calendar/README §1).",
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(getHours|getMinutes|getDate|getDay|getMonth|getFullYear|getTimezoneOffset|setHours|setDate|setMonth|toLocaleString|toLocaleDateString|toLocaleTimeString)$/]",
    message: "Local time comes from the policy's zone table, never from the machine.",
  },
];
const literalText = {
  selector: "JSXText[value=/[A-Za-zÀ-ÿ]{2,}/]",
  message: "Text for people comes from the catalogue.",
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "out/", "data/"] },
  js.configs.recommended,
  { files: ["**/*.js", "**/*.cjs"], languageOptions: { globals: { ...globals.node } } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["src/*/tsconfig.json", "src/sandbox/page/tsconfig.json", "test/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      "max-lines": ["error", { max: 260, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["src/**/*.tsx"], ...reactHooks.configs.flat["recommended-latest"] },
  {
    files: ["src/{domain,contract,addin,taskpane,office,graph}/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...noMachineTime] },
  },
  { files: ["src/taskpane/**/*.tsx"], rules: { "no-restricted-syntax": ["error", ...noMachineTime, literalText] } },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/office/**", "src/launchevent/**", "src/commands/**"],
    rules: { "no-restricted-globals": ["error", "Office", "OfficeRuntime"] },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "max-lines": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
