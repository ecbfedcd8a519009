// @ts-check
import "./require-node.mjs";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOrInstallBrowser } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { changedFiles } from "./test/changed-files.mjs";
import { runInLanes } from "./test/lanes.mjs";
import { everything, LANES, long, quick } from "./test/steps.mjs";

/**
 * @typedef {import("./test/steps.mjs").Step} Step
 * @typedef {{ step: Step, seconds: number, passed: number, failed: number, flaky: number }} Outcome
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const steps = stepsFor(process.argv.slice(2));

ensureInstalled(root);
/** @type {NodeJS.ProcessEnv} */
const environment = { ...process.env };
if (steps.some(({ name }) => name === "browser" || name === "e2e")) environment.CHROMIUM = findOrInstallBrowser(root);
// Some steps write into a pipe of ours: they are told here whether a person reads it. Node warns when both are set.
delete environment.NO_COLOR;
delete environment.FORCE_COLOR;
if (process.stdout.isTTY) environment.FORCE_COLOR = "1";
else environment.NO_COLOR = "1";
rmSync(join(root, ".cache", "test"), { recursive: true, force: true });
mkdirSync(join(root, ".cache", "test"), { recursive: true });

const started = Date.now();
/** @type {Outcome[]} */
const outcomes = [];
const notRun = await runInLanes(steps, LANES, async (step) => {
  const outcome = await perform(step);
  outcomes.push(outcome);
  return outcome.failed === 0;
});
summarise();

/**
 * @param {string[]} asked names of steps, or one of the two that stand for a set of their own
 * @returns {readonly Step[]}
 */
function stepsFor(asked) {
  if (asked.length === 0) return everything;
  if (asked.join() === "long") return long;
  if (asked.join() === "quick") {
    const changed = changedFiles(root);
    if (changed) return quick(changed);
    return refuse("quick asks git what was changed, and there is no repository here.");
  }
  const names = everything.map(({ name }) => name);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    return refuse(`No step is called ${unknown.join(", ")}. Steps: ${names.join(", ")}; or quick, or long, alone.`);
  const isNeeded = (/** @type {string} */ name) =>
    everything.some((other) => other.needs === name && asked.includes(other.name));
  return everything.filter(({ name }) => asked.includes(name) || isNeeded(name));
}

/**
 * @param {string} why
 * @returns {never}
 */
function refuse(why) {
  console.error(why);
  process.exit(2);
}

/**
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
async function perform(step) {
  const start = Date.now();
  // What runs beside another step is held back, so that their lines do not mix.
  const isHeldBack = step.lanes < LANES;
  if (!isHeldBack) console.log(`\n--- ${step.name}: ${step.what}`);
  let output = "";
  let ok = true;
  for (const command of step.commands) {
    const result = await run(command, isHeldBack, step.env);
    output += result.output;
    ok &&= result.code === 0;
  }
  const seconds = (Date.now() - start) / 1000;
  if (isHeldBack && !ok) process.stdout.write(`\n--- ${step.name}: ${step.what}\n${output}`);
  console.log(`${ok ? "ok    " : "FAILED"}  ${step.name}  ${seconds.toFixed(1)} s`);
  const { passed, failed, flaky = 0 } = countsOf(step);
  return { step, seconds, passed: passed + (ok ? 1 : 0), failed: failed || (ok ? 0 : 1), flaky };
}

/**
 * @param {string[]} command a script of the project or of a package, and its arguments
 * @param {boolean} isHeldBack
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
function run([script = "", ...args], isHeldBack, env) {
  const path = script.startsWith("scripts/") ? script : join("node_modules", script);
  const out = isHeldBack ? "pipe" : "inherit";
  return new Promise((done) => {
    const child = spawn(process.execPath, [path, ...args], {
      cwd: root,
      env: { ...environment, ...env },
      stdio: ["ignore", out, out],
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
 * @returns {{ passed: number, failed: number, flaky?: number }} flaky: how many passed at the second try only
 */
function countsOf({ report }) {
  if (!report || !existsSync(join(root, report.file))) return { passed: 0, failed: 0 };
  const told = JSON.parse(readFileSync(join(root, report.file), "utf8"));
  return report.kind === "vitest"
    ? { passed: told.numPassedTests, failed: told.numFailedTests }
    : { passed: told.stats.expected + told.stats.flaky, failed: told.stats.unexpected, flaky: told.stats.flaky };
}

function summarise() {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log("\n--- summary");
  for (const { step, seconds, failed: faults, flaky } of outcomes) {
    const second = flaky > 0 ? `  ${flaky} passed at the second try only: see above, and mend` : "";
    console.log(
      `${faults ? "FAILED" : "ok    "}  ${step.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s${second}`,
    );
  }
  if (notRun.length) console.log(`not run: ${notRun.map((step) => step.name).join(", ")}`);
  console.log(`${((Date.now() - started) / 1000).toFixed(0)} s in all`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
