// @ts-check
import { join } from "node:path";

/**
 * @typedef {{
 *   name: string,
 *   what: string,
 *   lanes: number,
 *   commands: string[][],
 *   needs?: string,
 *   report?: { kind: "vitest" | "playwright", file: string },
 *   env?: Record<string, string>,
 * }} Step commands: scripts of the project or of a package with their arguments, one after the other;
 *   lanes: how many cores they keep busy; needs: the step whose result it works on
 */

/** What the steps are planned for: two cores. A bigger machine gives more of them to the tests themselves. */
export const LANES = 2;

/** Where the steps keep what they write: reports, and what spares the next call some work. */
const CACHE = ".cache";

/** What runs in Node and jsdom, see vitest.config.ts. */
const UNIT_PROJECTS = ["unit", "unit-alone", "dom", "dom-alone"];

/** How many times as many random cases as usual `long` tries, and each time others. */
const LONG_RUNS = "50";

/** How often `long` kills the browser. */
const KILLS = "50";

/** The compiler's native version takes a fifth of the time; ESLint needs the other one, which can be asked for types. */
const tsc = (/** @type {string} */ config) => [
  "typescript-native/bin/tsc",
  "-p",
  config,
  "--incremental",
  "--tsBuildInfoFile",
  join(CACHE, "types", `${config}.tsbuildinfo`),
];

const types = {
  name: "types",
  what: "TypeScript; core and detectors again without the DOM",
  lanes: 1,
  commands: [tsc("tsconfig.json"), tsc("tsconfig.pure.json")],
};

/** @param {readonly string[]} files */
const format = (files) => ({
  name: "format",
  what: "Prettier",
  lanes: 1,
  commands: [
    [
      "prettier/bin/prettier.cjs",
      "--check",
      "--log-level",
      "warn",
      "--ignore-unknown",
      // What was well formed and has the same content still is.
      "--cache",
      "--cache-strategy",
      "content",
      "--cache-location",
      join(CACHE, "format", "prettier.json"),
      ...files,
    ],
  ],
});

/** @param {readonly string[]} files */
const lint = (files) => ({
  name: "lint",
  what: "oxlint for the language, ESLint for the project's own rules",
  lanes: 1,
  commands: [
    [
      "oxlint/bin/oxlint",
      "--deny-warnings",
      "--report-unused-disable-directives",
      "--no-error-on-unmatched-pattern",
      ...files,
    ],
    ["eslint/bin/eslint.js", "--max-warnings", "0", "--no-warn-ignored", ...files],
  ],
});

/**
 * @param {string} name
 * @param {string} what
 * @param {{ lanes: number, projects: string[], args?: string[], env?: Record<string, string> }} how
 * @returns {Step}
 */
function vitest(name, what, { lanes, projects, args = ["run"], env = {} }) {
  const file = join(CACHE, "test", `${name}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  return {
    name,
    what,
    lanes,
    commands: [["vitest/vitest.mjs", ...args, ...chosen, ...reporters]],
    report: { kind: "vitest", file },
    env,
  };
}

/**
 * All that must hold, from cheap to dear.
 * @type {readonly Step[]}
 */
export const everything = [
  {
    name: "imports",
    what: "who may import whom",
    lanes: 1,
    commands: [
      [
        "dependency-cruiser/bin/dependency-cruise.mjs",
        "--config",
        ".dependency-cruiser.cjs",
        "--output-type",
        "err-long",
        "src",
      ],
    ],
  },
  types,
  format(["."]),
  {
    name: "dead-code",
    what: "files, exports and packages that nobody uses",
    lanes: 1,
    commands: [["knip/bin/knip.js"]],
  },
  lint(["."]),
  { name: "build", what: "for production", lanes: 1, commands: [["scripts/build.mjs"]] },
  {
    name: "bundle",
    what: "weight of the first load",
    lanes: 1,
    commands: [["scripts/check-bundle.mjs"]],
    needs: "build",
  },
  vitest("browser", "workers and WebGL in a real browser", { lanes: 1, projects: ["browser"] }),
  vitest("unit", "in Node and jsdom", { lanes: LANES, projects: UNIT_PROJECTS }),
  {
    name: "e2e",
    what: "journeys against the production build",
    lanes: LANES,
    commands: [["@playwright/test/cli.js", "test"]],
    needs: "build",
    report: { kind: "playwright", file: join(CACHE, "test", "e2e.json") },
  },
];

/**
 * What work in progress is told within a minute.
 * @param {readonly string[]} changed files that were changed
 * @returns {Step[]}
 */
export function quick(changed) {
  const scripts = changed.filter((file) => /\.(ts|tsx|js|mjs|cjs)$/.test(file));
  const tested = changed.filter((file) => /^(src|bench|scripts)\/.*\.(ts|tsx|mjs|json)$/.test(file));
  return [
    types,
    ...(changed.length > 0 ? [format(changed)] : []),
    ...(scripts.length > 0 ? [lint(scripts)] : []),
    ...(tested.length > 0
      ? [
          vitest("unit", "what the change touches, in Node and jsdom", {
            lanes: LANES,
            projects: UNIT_PROJECTS,
            args: ["related", "--run", "--passWithNoTests", ...tested],
          }),
        ]
      : []),
  ];
}

/**
 * What takes longer than anyone waits for on each change: pure volume of chance.
 * @type {readonly Step[]}
 */
export const long = [
  vitest("random", `the tests that draw random cases, with ${LONG_RUNS} times as many`, {
    lanes: LANES,
    projects: ["unit", "unit-alone"],
    args: ["related", "--run", "src/testing/random-runs.ts"],
    env: { VITE_RANDOM_RUNS: LONG_RUNS },
  }),
  {
    name: "kills",
    what: `the browser is killed ${KILLS} times in the middle of work, which has to be there`,
    lanes: LANES,
    commands: [["scripts/kill-browser.mjs", KILLS]],
  },
  {
    name: "languages",
    what: "words of English on any screen of any sample in another language",
    lanes: LANES,
    commands: [["scripts/crawl-languages.mjs"]],
  },
];
