// @ts-check
import "../scripts/require-node.mjs";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/install.mjs";

// What the app exports of every built-in sample, each row with the reasons of the flagged ones, for every detector that
// runs when the sample is opened and for their consensus: to be compared (bench/compare.mjs) before and after a change.
const USAGE = "npm run bench:exports -- --out DIR [--only sample,sample]";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const text = { type: /** @type {const} */ ("string") };
const { values } = parseArgs({ options: { out: text, only: text } });
if (!values.out) {
  console.error(USAGE);
  process.exit(2);
}
const out = resolve(values.out);
const wanted = values.only?.split(",");

ensureInstalled(root);
// Only now: these need the packages.
const { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } = await import("@zip.js/zip.js");
const { freshPage } = await import("./chromium.mjs");
const { builtInSamples } = await import("./samples.mjs");
const { createTools } = await import("./tools.mjs");

const PATIENCE_MS = 300_000;

const { tools, close } = createTools({ root, runs: 1, tables: null, reference: null });
mkdirSync(out, { recursive: true });
try {
  for (const sample of builtInSamples(root)) {
    if (wanted && !wanted.includes(sample.name)) continue;
    const page = await freshPage(await tools.browser(), (await tools.app()).url);
    page.setDefaultTimeout(PATIENCE_MS);
    await exportAll(page, sample);
    await page.context().close();
  }
} finally {
  await close();
}

/**
 * @param {import("playwright").Page} page
 * @param {{ name: string, file: string }} sample
 */
async function exportAll(page, { name, file }) {
  await page.locator("input[type=file]").first().setInputFiles(file);
  await runsDone(page);
  await page.getByRole("radiogroup", { name: "Screens" }).getByText("Export", { exact: true }).click();
  await page.getByRole("radio", { name: /^All / }).click();
  const choice = page.getByRole("combobox", { name: /^Scores and flags/ });
  const count = await countOfOptions(page, choice);
  for (let at = 0; at < count; at++) {
    await choice.click();
    const option = page.getByRole("option").nth(at);
    const detector = nameOf(await option.innerText());
    await option.click();
    for (const [ending, bytes] of Object.entries(await exportsOf(page))) {
      // By place, too: words of detectors may change.
      writeFileSync(join(out, `${name}.${at + 1}-${detector}${ending}`), bytes);
      console.error(`${name}.${at + 1}-${detector}${ending}`);
    }
  }
}

/**
 * The exports of the detector that is chosen, by what their names end in.
 * @param {import("playwright").Page} page
 * @returns {Promise<Record<string, Buffer | string>>}
 */
async function exportsOf(page) {
  /** @type {Record<string, Buffer | string>} */
  const found = {};
  const buttons = await page.getByRole("button", { name: /^Download/ }).all();
  for (const button of buttons) {
    const label = await button.innerText();
    const bytes = await downloaded(page, button);
    if (/\.zip$/.test(label)) found[".zip.csv"] = await digestsOf(bytes);
    else found[/stretches/.test(label) ? ".stretches.csv" : ".csv"] = bytes;
  }
  return found;
}

/**
 * @param {import("playwright").Page} page
 * @param {import("playwright").Locator} button
 */
async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path());
}

/**
 * What is in an archive, a line for each file with its SHA-256: the archive itself holds the time of day.
 * @param {Buffer} archive
 */
async function digestsOf(archive) {
  const reader = new ZipReader(new Uint8ArrayReader(archive));
  const lines = ["file,sha256"];
  for (const entry of await reader.getEntries()) {
    // The table beside the files is exported by itself, too.
    if (entry.directory || entry.filename === "scores.csv") continue;
    const bytes = await entry.getData(new Uint8ArrayWriter());
    lines.push(`${entry.filename},${createHash("sha256").update(bytes).digest("hex")}`);
  }
  await reader.close();
  return `${lines.join("\n")}\n`;
}

/**
 * Until every detector that runs has told what it flags, and their consensus after them.
 * @param {import("playwright").Page} page
 */
async function runsDone(page) {
  await page.waitForFunction(() => {
    const group = document.querySelector("[role=radiogroup]:has(input[value=consensus])");
    const lines = group?.querySelectorAll("input[type=radio]").length;
    return lines !== undefined && group?.textContent?.match(/\d flagged/g)?.length === lines;
  });
}

/**
 * @param {import("playwright").Page} page
 * @param {import("playwright").Locator} choice
 */
async function countOfOptions(page, choice) {
  await choice.click();
  await page.getByRole("option").first().waitFor();
  const count = await page.getByRole("option").count();
  await page.keyboard.press("Escape");
  return count;
}

/** @param {string} label */
function nameOf(label) {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
