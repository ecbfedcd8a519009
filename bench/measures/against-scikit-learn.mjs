// @ts-check
import { join } from "node:path";
import { openBenchPage } from "../bench-page.mjs";
import { generatedTable } from "../generated-table.mjs";
import { median, rangeOf } from "../statistics.mjs";
import { scikitLearn } from "./scikit-learn.mjs";

const BAR = 1.2;
const LIMIT_SECONDS = 300;

/**
 * What is timed on both sides, fit and score, on how many rows of ten numbers. `peer` is the method's name in the
 * script beside this file; `times` holds slow ones to fewer repeats.
 * @type {readonly { detector: string, rows: number, params: Record<string, number | string>, peer?: string, times?: number }[]}
 */
const RACES = [
  { detector: "isolation-forest", rows: 10_000, params: { trees: 100 } },
  { detector: "k-means", rows: 10_000, params: {} },
  { detector: "pca", rows: 10_000, params: { measure: "all" } },
  { detector: "knn", rows: 10_000, params: {} },
  { detector: "lof", rows: 10_000, params: {} },
  { detector: "one-class-svm", rows: 10_000, params: { solve: "exact" } },
  { detector: "isolation-forest", rows: 100_000, params: { trees: 100 } },
  { detector: "k-means", rows: 100_000, params: {} },
  { detector: "pca", rows: 100_000, params: { measure: "all" } },
  { detector: "knn", rows: 100_000, params: {}, times: 2 },
  { detector: "lof", rows: 100_000, params: {}, times: 2 },
  // The exact solution of so many rows takes either side the better part of an hour.
  { detector: "one-class-svm", rows: 100_000, params: {}, peer: "one-class-svm approximate", times: 2 },
];

/** @type {import("../measure").Measure} */
export const againstScikitLearn = {
  name: "scikit-learn",
  async run({ root, runs, benchSite, browser }) {
    const { url } = await benchSite();
    /** @type {import("../measure").Row[]} */
    const report = [];
    for (const rows of new Set(RACES.map((race) => race.rows))) {
      const file = await generatedTable(root, rows);
      const page = await openBenchPage(await browser(), url);
      await page.open(file);
      const peer = await scikitLearn(join(import.meta.dirname, "against-scikit-learn.py"), [file]);
      for (const race of RACES.filter((one) => one.rows === rows)) report.push(await raceOf(race, page, peer, runs));
      peer?.close();
      await page.close();
    }
    return report;
  },
};

/**
 * @param {(typeof RACES)[number]} race
 * @param {Awaited<ReturnType<typeof openBenchPage>>} page
 * @param {Awaited<ReturnType<typeof scikitLearn>>} peer
 * @param {number} runs
 * @returns {Promise<import("../measure").Row>}
 */
async function raceOf({ detector, rows, params, peer: method = detector, times = Infinity }, page, peer, runs) {
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  // In turn, so that a busy moment of the machine meets both; the first of each warms up where there is time for it.
  const warm = Number.isFinite(times) ? 0 : 1;
  for (let seed = 1; seed <= Math.min(times, runs) + warm; seed++) {
    const outcome = await page.run({ detector, params, scale: "standard", seed, limitSeconds: LIMIT_SECONDS });
    if (outcome.status !== "ok") throw new Error(`${detector}: ${outcome.status}`);
    const other = peer ? Number(await peer.ask(`${method} ${seed}`)) : NaN;
    if (seed <= warm) continue;
    ours.push((outcome.fitSeconds ?? NaN) + (outcome.scoreSeconds ?? NaN));
    theirs.push(other);
  }
  const own = median(ours);
  const other = median(theirs);
  return {
    name: `${detector}, ${rows.toLocaleString("en")} x 10, against scikit-learn`,
    value: peer ? own / other : null,
    unit: "x",
    bar: `at most ${BAR} x`,
    met: peer ? own / other <= BAR : null,
    spread: `${own.toFixed(2)} s (${rangeOf(ours, (seconds) => seconds.toFixed(2))})`,
    note: peer
      ? `${method} of scikit-learn ${peer.version}, one thread: ${other.toFixed(2)} s (${rangeOf(theirs, (seconds) => seconds.toFixed(2))})`
      : "not measured: no Python with scikit-learn (PYTHON names one)",
  };
}
