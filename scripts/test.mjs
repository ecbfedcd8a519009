// @ts-check
import "./require-node.mjs";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOrInstallBrowser } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";

/**
 * @typedef {{ name: string, what: string, commands: string[][], report?: "vitest" | "playwright", needs?: string }} Step
 * @typedef {{ step: Step, seconds: number, passed: number, failed: number }} Outcome
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, ".cache", "test");
const reportOf = (/** @type {string} */ name) => join(reports, `${name}.json`);
const vitest = (/** @type {string} */ name, /** @type {string[]} */ projects) => [
  "vitest/vitest.mjs",
  "run",
  ...projects.flatMap((project) => ["--project", project]),
  "--reporter=dot",
  "--reporter=json",
  `--outputFile.json=${reportOf(name)}`,
];

/**
 * Cheap answers first. The steps of one row run side by side, because each of them keeps one core busy.
 * @type {Step[][]}
 */
const rows = [
  [
    {
      name: "types",
      what: "TypeScript; core and detectors again without the DOM",
      commands: [
        ["typescript/bin/tsc", "-p", "tsconfig.json"],
        ["typescript/bin/tsc", "-p", "tsconfig.pure.json"],
      ],
    },
    { name: "imports", what: "who may import whom", commands: [depcruise()] },
  ],
  [
    { name: "lint", what: "ESLint", commands: [["eslint/bin/eslint.js", ".", "--max-warnings", "0"]] },
    { name: "dead-code", what: "files, exports and packages that nobody uses", commands: [["knip/bin/knip.js"]] },
  ],
  [
    {
      name: "unit",
      what: "in Node and jsdom",
      commands: [vitest("unit", ["unit", "dom"])],
      report: "vitest",
    },
  ],
  [
    {
      name: "browser",
      what: "workers and WebGL in a real browser",
      commands: [vitest("browser", ["browser"])],
      report: "vitest",
    },
  ],
  [{ name: "build", what: "for production", commands: [["scripts/build.mjs"]] }],
  [{ name: "bundle", what: "weight of the first load", commands: [["scripts/check-bundle.mjs"]], needs: "build" }],
  [
    {
      name: "e2e",
      what: "journeys against the production build",
      commands: [["@playwright/test/cli.js", "test"]],
      report: "playwright",
      needs: "build",
    },
  ],
];

const asked = process.argv.slice(2);
const known = rows.flat().map((step) => step.name);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length) {
  console.error(`No step is called ${unknown.join(", ")}. Steps: ${known.join(", ")}.`);
  process.exit(2);
}

ensureInstalled(root);
/** @type {NodeJS.ProcessEnv} */
const environment = { ...process.env, CHROMIUM: findOrInstallBrowser(root) };
// Some steps write into a pipe of ours: they are told here whether a person reads it. Node warns when both are set.
delete environment.NO_COLOR;
delete environment.FORCE_COLOR;
if (process.stdout.isTTY) environment.FORCE_COLOR = "1";
else environment.NO_COLOR = "1";
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const started = Date.now();
/** @type {Outcome[]} */
const outcomes = [];
for (const row of rows) {
  const steps = row.filter((step) => isWanted(step));
  outcomes.push(...(await Promise.all(steps.map((step) => perform(step, steps.length > 1)))));
  if (outcomes.some((outcome) => outcome.failed)) break;
}
summarise();

/** @param {Step} step */
function isWanted(step) {
  if (asked.length === 0 || asked.includes(step.name)) return true;
  return rows.flat().some((other) => other.needs === step.name && asked.includes(other.name));
}

/**
 * @param {Step} step
 * @param {boolean} inCompany whether to hold the output back, so that two steps do not mix their lines
 * @returns {Promise<Outcome>}
 */
async function perform(step, inCompany) {
  const start = Date.now();
  if (!inCompany) console.log(`\n--- ${step.name}: ${step.what}`);
  const results = await Promise.all(step.commands.map((command) => run(command, inCompany)));
  const seconds = (Date.now() - start) / 1000;
  const ok = results.every((result) => result.code === 0);
  if (inCompany) {
    console.log(`\n--- ${step.name}: ${step.what}`);
    if (!ok) for (const { output } of results) process.stdout.write(output);
  }
  const tests = step.report ? countsOf(step) : { passed: 0, failed: 0 };
  const outcome = {
    step,
    seconds,
    passed: tests.passed + (ok ? 1 : 0),
    failed: tests.failed || (ok ? 0 : 1),
  };
  console.log(`${ok ? "ok" : "FAILED"}  ${step.name}  ${seconds.toFixed(1)} s`);
  return outcome;
}

/**
 * @param {string[]} command a script of the project or of a package, and its arguments
 * @param {boolean} quiet
 * @returns {Promise<{ code: number, output: string }>}
 */
function run([script = "", ...args], quiet) {
  const path = script.startsWith("scripts/") ? script : join("node_modules", script);
  return new Promise((done) => {
    const child = spawn(process.execPath, [path, ...args], {
      cwd: root,
      env: environment,
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr?.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", (error) => done({ code: 1, output: String(error) }));
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * @param {Step} step
 * @returns {{ passed: number, failed: number }}
 */
function countsOf(step) {
  const file = reportOf(step.name);
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  return step.report === "vitest"
    ? { passed: report.numPassedTests, failed: report.numFailedTests }
    : { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
}

function summarise() {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log("\n--- summary");
  for (const { step, seconds, failed: faults } of outcomes) {
    console.log(`${faults ? "FAILED" : "ok    "}  ${step.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  const notRun = rows.flat().filter((step) => isWanted(step) && !outcomes.some((outcome) => outcome.step === step));
  if (notRun.length) console.log(`not run: ${notRun.map((step) => step.name).join(", ")}`);
  console.log(`${((Date.now() - started) / 1000).toFixed(0)} s in all`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}

function depcruise() {
  return [
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "err-long",
    "src",
  ];
}
