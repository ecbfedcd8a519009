import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { kindAtHome } from "./scripts/lint/kind-at-home.mjs";
import { reasonedAssertion } from "./scripts/lint/reasoned-assertion.mjs";
import { ALONE, ALONE_IN_JSDOM } from "./scripts/test/alone.mjs";

const TESTS = ["**/*.test.ts", "**/*.test.tsx", "src/testing/**", "e2e/**"];

// The homes of the kinds of rows, which alone ask what a row is, and what belongs to one kind, which takes its own.
const KIND_HOMES = ["src/{core,engine,state}/kinds/**", "src/app/row-kinds.tsx", "src/app/kinds/**"];
const OF_ONE_KIND = [
  "src/{core,engine}/{series,images}/**",
  "src/features/{series,events,images}/**",
  "src/features/prepare/{series,events,images}/**",
  "src/state/use-{series,stretches,chosen,events,images}.{ts,tsx}",
];

// Where React is used.
const HOOKS = ["src/**/*.tsx", "src/**/use-*.ts"];

const chance = "is not repeatable: take chance from context.random() and time from the caller.";
const clock = [
  { object: "Math", property: "random", message: `Math.random ${chance}` },
  { object: "Date", property: "now", message: `Date.now ${chance}` },
  { object: "performance", property: "now", message: `performance.now ${chance}` },
];

// A single letter is the name of a key or a unit, and the same in every language.
const words = "Words on the screen live in src/messages, so that they can be translated.";
const readAttributes =
  "/^(aria-(label|description|roledescription|valuetext)|title|placeholder|label|alt|description)$/";
const literalWords = [
  "JSXText[value=/\\p{L}{2}/u]",
  "JSXElement > JSXExpressionContainer > Literal[value=/\\p{L}{2}/u]",
  "JSXElement > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}{2}/u]",
  "JSXElement > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/\\p{L}{2}/u]",
  `JSXAttribute[name.name=${readAttributes}] > Literal[value=/\\p{L}{2}/u]`,
  `JSXAttribute[name.name=${readAttributes}] > JSXExpressionContainer > Literal[value=/\\p{L}{2}/u]`,
  `JSXAttribute[name.name=${readAttributes}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}{2}/u]`,
  `JSXAttribute[name.name=${readAttributes}] > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/\\p{L}{2}/u]`,
].map((selector) => ({ selector, message: words }));

// The words of a detector's card stand in the card; the catalogue's template is made of it.
const inCards = "/^(summary|blindTo|help|label|reference)$/";
const sentence = "/^\\p{Lu}\\S* .*[.!?]$/u";
const sentences = [
  `Property[key.name!=${inCards}] > Literal[value=${sentence}]`,
  `Property[key.name!=${inCards}] > TemplateLiteral > TemplateElement[value.raw=${sentence}]`,
  `Property[key.name!=${inCards}] > ConditionalExpression > Literal[value=${sentence}]`,
].map((selector) => ({ selector, message: words }));

export default defineConfig(
  globalIgnores(["dist/", ".cache/", "test-results/", "playwright-report/", "coverage/", "shots/"]),
  {
    files: ["src/**/*.{ts,tsx}", "e2e/**/*.ts", "bench/**/*.ts", "*.config.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ["tsconfig.json"], tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { project: { rules: { "kind-at-home": kindAtHome, "reasoned-assertion": reasonedAssertion } } },
    rules: {
      "project/reasoned-assertion": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `return onHover(x, y)` leaves early; with braces it is three lines that say the same.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      // Where an interface promises, a function that answers at once is async too: what it throws becomes a rejection.
      "@typescript-eslint/require-await": "off",
      // Interfaces here use method syntax for closures: nothing reads `this`, so a method may travel alone.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // Detectors are asked what they look at, never what the rows are.
    files: ["src/**/*.{ts,tsx}"],
    ignores: [...TESTS, ...KIND_HOMES, ...OF_ONE_KIND, "src/detectors/**"],
    rules: { "project/kind-at-home": "error" },
  },
  {
    files: OF_ONE_KIND,
    ignores: TESTS,
    rules: { "project/kind-at-home": ["error", { mayNarrow: true }] },
  },
  {
    // Under noUncheckedIndexedAccess a loop over a typed array needs `!` where the bounds are the loop's own.
    files: ["src/{core,detectors,io,engine,charts}/**/*.{ts,tsx}", "bench/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["src/{core,detectors}/**/*.ts"],
    // The door to tfjs times one training step to choose its backend.
    ignores: ["src/detectors/neural/backend/backend.ts", ...TESTS],
    rules: {
      "no-restricted-properties": ["error", ...clock],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: `new Date() ${chance}` },
        { selector: "CallExpression[callee.name='Date']", message: `Date() ${chance}` },
        ...sentences,
      ],
    },
  },
  {
    // Elsewhere nothing uses React (see below), and looking for its hooks takes a quarter of the time.
    files: HOOKS,
    extends: [reactHooks.configs.flat["recommended-latest"]],
    // These two prepare code for the React compiler, which is not used here; refs takes every object that holds one for it.
    rules: { "react-hooks/incompatible-library": "off", "react-hooks/refs": "off" },
  },
  {
    files: ["src/**/*.ts"],
    ignores: HOOKS,
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          name: "react",
          allowTypeImports: true,
          message: "Hooks live in files called use-*, where their rules are checked.",
        },
      ],
    },
  },
  {
    files: ["src/{features,app,charts,ui}/**/*.tsx"],
    ignores: TESTS,
    rules: { "no-restricted-syntax": ["error", ...literalWords, ...sentences] },
  },
  {
    files: ["src/{io,engine,state}/**/*.ts", "src/{features,app,charts,ui}/**/*.ts"],
    ignores: TESTS,
    rules: { "no-restricted-syntax": ["error", ...sentences] },
  },
  {
    files: TESTS,
    rules: {
      "project/reasoned-assertion": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["src/**/*.test.{ts,tsx}"],
    ignores: [...ALONE, ...ALONE_IN_JSDOM],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["mock", "doMock", "resetModules"].map((property) => ({
          object: "vi",
          property,
          message: "Files of unit tests share their modules: name this one in scripts/test/alone.mjs.",
        })),
      ],
    },
  },
  {
    // Playwright's fixtures are functions named use, and no hooks.
    files: ["e2e/**/*.ts"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    extends: [tseslint.configs.recommended],
    rules: { "@typescript-eslint/no-require-imports": "off", "no-var": "off" },
  },
);
