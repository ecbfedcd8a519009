// @ts-check
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { openBenchPage } from "./bench-page.mjs";

/** Reading a table may take this long. */
const OPEN_SECONDS = 300;

/**
 * @typedef {{ id: string, params: import("./page/bench").Order["params"], scale?: import("./page/bench").Order["scale"], key?: string }} Contender
 *   a detector, the settings and the scaling that differ from its defaults, and what its rows are called in place of its id
 * @typedef {import("./page/outcome").Outcome & { dataset: string, detector: string, seed: number }} Evaluated
 */

/** @param {string} folder */
export function tablesIn(folder) {
  const files = readdirSync(folder).filter((name) => /\.csv(\.gz)?$/i.test(name));
  if (files.length === 0) throw new Error(`no .csv in ${folder}`);
  return files.sort().map((name) => join(folder, name));
}

/**
 * The sets of images in a folder: each with ordinary ones to learn from in train/good, others to evaluate in test/good and
 * test/bad, and masks of the same names in masks, where there are some.
 * @param {string} folder
 */
export function imagesIn(folder) {
  const sets = readdirSync(folder).filter((name) => existsSync(join(folder, name, "train", "good")));
  if (sets.length === 0) throw new Error(`no folder with train/good in ${folder}`);
  return sets.sort().map((name) => join(folder, name));
}

/**
 * Every contender on a table, once for each seed: one row each, whatever happens. The table has a page of its own,
 * and a page that dies is replaced.
 * @param {{ browser: import("playwright").Browser, url: string }} where
 * @param {string} file
 * @param {{ contenders: readonly Contender[] | null, seeds: number, limitSeconds: number, kind?: import("../src/core/kinds/row-kind").RowKindName, isTaught?: boolean }} what
 *   no contenders: every detector for such tables, with its defaults
 * @returns {Promise<Evaluated[]>}
 */
export async function evaluateTable({ browser, url }, file, what) {
  const { contenders, seeds, limitSeconds, kind = "rows", isTaught = false } = what;
  let page = await openBenchPage(browser, url);
  let trouble = await troubleOf(page.open(file, OPEN_SECONDS, kind));
  /** @type {readonly Contender[]} */
  const all = contenders ?? (await page.subjects()).map((id) => ({ id, params: {} }));
  /** @type {Evaluated[]} */
  const rows = [];
  for (const { id, key = id, ...settings } of all) {
    for (let seed = 1; seed <= seeds; seed++) {
      const outcome = trouble
        ? missing(settings.params, trouble)
        : await page
            .run({ detector: id, ...settings, seed, limitSeconds, isTaught })
            .catch((error) => missing(settings.params, `the page died: ${firstLine(error)}`));
      rows.push({ dataset: basename(file).replace(/\.csv(\.gz)?$/i, ""), detector: key, seed, ...outcome });
      if (trouble || !outcome.status.startsWith("the page died")) continue;
      await page.close().catch(() => undefined);
      page = await openBenchPage(browser, url);
      trouble = await troubleOf(page.open(file, OPEN_SECONDS, kind));
    }
  }
  await page.close();
  return rows;
}

/**
 * @param {Contender["params"]} params
 * @param {string} status
 * @returns {import("./page/outcome").Outcome}
 */
function missing(params, status) {
  return {
    params,
    auc: null,
    ap: null,
    vusRoc: null,
    vusPr: null,
    pixelAuc: null,
    peakInMask: null,
    fitSeconds: null,
    scoreSeconds: null,
    backend: null,
    status,
  };
}

/**
 * Why a table cannot be opened; null when it can.
 * @param {Promise<unknown>} opening
 */
async function troubleOf(opening) {
  return opening.then(
    () => null,
    (error) => `the table cannot be opened: ${firstLine(error)}`,
  );
}

/** @param {unknown} error */
const firstLine = (error) => String(error).split("\n")[0] ?? "";
