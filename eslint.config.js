import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { kindAtHome } from "./scripts/lint/kind-at-home.mjs";
import { reasonedAssertion } from "./scripts/lint/reasoned-assertion.mjs";
import { ALONE, ALONE_IN_JSDOM } from "./scripts/test/alone.mjs";

const TESTS = ["**/*.test.ts", "**/*.test.tsx", "src/testing/**"];

// The homes of the kinds of rows, which alone ask what a row is, and what belongs to one kind, which takes its own.
const KIND_HOMES = ["src/{core,engine,state}/kinds/**", "src/app/row-kinds.tsx", "src/app/kinds/**"];
const OF_ONE_KIND = [
  "src/{core,engine}/{series,images}/**",
  "src/engine/handing/**",
  "src/features/{series,events,images}/**",
  "src/features/prepare/{series,events,images}/**",
  "src/state/use-{series,stretches,chosen,events,images}.{ts,tsx}",
];

// Where React is used: where oxlint checks the rules of its hooks.
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

// A limit called MOST is read where it is used, far from the sentence that says of what.
const saysNothing =
  "/^(MOST|LEAST|FEW|MANY|FAR|FARTHEST|NEAR|AROUND|BESIDE|BETWEEN|ABOVE|BELOW|ENOUGH|ALONE|APART|SURE|LIKELY|USUAL|LONG|SHORT|SMALL|LARGE|WIDE|LOW|HIGH|HIGHEST|FIRST|LAST|REST|OTHERS|TOLD|ALWAYS)$/";
const namedLimits = {
  selector: `Program > VariableDeclaration[kind="const"] > VariableDeclarator[id.name=${saysNothing}]`,
  message: "A constant says what it is a limit or a share of: MAX_EVIDENCE, not MOST.",
};

const WITH_TYPES = { parserOptions: { project: ["tsconfig.json"], tsconfigRootDir: import.meta.dirname } };

/**
 * The project's own rules. Those of the language, of its types and of React's hooks are oxlint's (.oxlintrc.json), which
 * takes a tenth of the time for them.
 */
export default defineConfig(
  globalIgnores(["dist/", ".cache/", "test-results/", "playwright-report/", "coverage/", "shots/"]),
  // No rule of the project speaks of these.
  globalIgnores(["**/*.{js,mjs,cjs}", "e2e/"]),
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parser: tseslint.parser },
    plugins: {
      "@typescript-eslint": tseslint.plugin,
      project: { rules: { "kind-at-home": kindAtHome, "reasoned-assertion": reasonedAssertion } },
    },
    // Comments that set a rule of the language aside are for oxlint, which also tells of idle ones.
    linterOptions: { reportUnusedDisableDirectives: "off" },
  },
  {
    files: ["src/**/*.{ts,tsx}", "bench/**/*.ts", "*.config.ts"],
    ignores: TESTS,
    rules: { "project/reasoned-assertion": "error" },
  },
  {
    // Detectors are asked what they look at, never what the rows are.
    files: ["src/**/*.{ts,tsx}"],
    ignores: [...TESTS, ...KIND_HOMES, ...OF_ONE_KIND, "src/detectors/**"],
    languageOptions: WITH_TYPES,
    rules: { "project/kind-at-home": "error" },
  },
  {
    files: OF_ONE_KIND,
    ignores: TESTS,
    languageOptions: WITH_TYPES,
    rules: { "project/kind-at-home": ["error", { mayNarrow: true }] },
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
        namedLimits,
      ],
    },
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
    rules: { "no-restricted-syntax": ["error", ...literalWords, ...sentences, namedLimits] },
  },
  {
    files: ["src/{io,engine,state}/**/*.ts", "src/{features,app,charts,ui}/**/*.ts"],
    ignores: TESTS,
    rules: { "no-restricted-syntax": ["error", ...sentences, namedLimits] },
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
);
