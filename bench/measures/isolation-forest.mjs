// @ts-check
import { join } from "node:path";
import { openBenchPage } from "../bench-page.mjs";
import { generatedTable } from "../generated-table.mjs";
import { median, rangeOf } from "../statistics.mjs";
import { scikitLearn } from "./scikit-learn.mjs";

const ROWS = 100_000;
const BAR = 1.2;

/** @type {import("../measure").Measure} */
export const isolationForest = {
  name: "isolation-forest",
  async run({ root, runs, benchSite, browser }) {
    const file = await generatedTable(root, ROWS);
    const { url } = await benchSite();
    const page = await openBenchPage(await browser(), url);
    await page.open(file);
    const peer = await scikitLearn(join(import.meta.dirname, "isolation-forest.py"), [file]);
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const theirs = [];
    // In turn, so that a busy moment of the machine meets both.
    for (let seed = 0; seed <= runs; seed++) {
      const own = await ownSeconds(page, seed);
      const other = peer ? Number(await peer.ask(String(seed))) : NaN;
      // The first of each warms up.
      if (seed === 0) continue;
      ours.push(own);
      theirs.push(other);
    }
    peer?.close();
    await page.close();
    return [
      {
        name: "isolation forest, 100 trees, 100,000 x 10",
        value: median(ours),
        unit: "s",
        bar: "",
        met: null,
        spread: rangeOf(ours, (seconds) => seconds.toFixed(2)),
        note: `fit and score in the worker, median of ${runs}`,
      },
      {
        name: "its time against scikit-learn",
        value: peer ? median(ours) / median(theirs) : null,
        unit: "x",
        bar: `at most ${BAR} x`,
        met: peer ? median(ours) / median(theirs) <= BAR : null,
        spread: peer ? `scikit-learn ${rangeOf(theirs, (seconds) => seconds.toFixed(2))} s` : "",
        note: peer
          ? `scikit-learn ${peer.version}, n_jobs=1, median ${median(theirs).toFixed(2)} s`
          : "not measured: no Python with scikit-learn (PYTHON names one)",
      },
    ];
  },
};

/**
 * @param {Awaited<ReturnType<typeof openBenchPage>>} page
 * @param {number} seed
 */
async function ownSeconds(page, seed) {
  const params = { trees: 100 };
  const outcome = await page.run({ detector: "isolation-forest", params, seed, limitSeconds: 120 });
  if (outcome.status !== "ok") throw new Error(`isolation forest: ${outcome.status}`);
  return (outcome.fitSeconds ?? NaN) + (outcome.scoreSeconds ?? NaN);
}
