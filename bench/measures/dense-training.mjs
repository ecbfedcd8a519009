// @ts-check
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createChance } from "../../scripts/samples/chance.mjs";
import { openBenchPage } from "../bench-page.mjs";
import { median, rangeOf } from "../statistics.mjs";
import { scikitLearn } from "./scikit-learn.mjs";

const [ROWS, COLUMNS, CAUSES] = [10_000, 30, 5];
const [EPOCHS, BATCH] = [10, 32];

/** 30-16-8-16-30, nothing held out and nothing left out: the same work as the Python script beside this file does. */
const PARAMS = {
  network: "custom",
  depth: 1,
  hidden: 16,
  latent: 8,
  members: 1,
  trimmed: 0,
  validation: 0,
  batch: BATCH,
  steps: EPOCHS * Math.floor(ROWS / BATCH),
};

/** @type {import("../measure").Measure} */
export const denseTraining = {
  name: "dense-training",
  async run({ root, runs, benchSite, browser }) {
    const file = tableOf(join(root, ".cache", "bench", "dense.csv"));
    const page = await openBenchPage(await browser(), (await benchSite()).url);
    await page.open(file);
    const peer = await scikitLearn(join(import.meta.dirname, "dense-training.py"), [
      file,
      String(EPOCHS),
      String(BATCH),
    ]);
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const theirs = [];
    let backend = "";
    // In turn, so that a busy moment of the machine meets both.
    for (let seed = 0; seed <= runs; seed++) {
      const outcome = await page.run({ detector: "autoencoder", params: PARAMS, seed, limitSeconds: 120 });
      if (outcome.status !== "ok") throw new Error(`autoencoder: ${outcome.status}`);
      backend = outcome.backend ?? "";
      const other = peer ? Number(await peer.ask(String(seed))) : NaN;
      // The first of each warms up.
      if (seed === 0) continue;
      ours.push(outcome.fitSeconds ?? NaN);
      theirs.push(other);
    }
    peer?.close();
    await page.close();
    return [
      {
        name: `autoencoder 30-16-8-16-30, 10,000 rows, ${EPOCHS} epochs`,
        value: median(ours),
        unit: "s",
        bar: "",
        met: null,
        spread: rangeOf(ours, (seconds) => seconds.toFixed(2)),
        note: `fit in the worker on ${backend}, batches of ${BATCH}, median of ${runs}`,
      },
      {
        name: "PyTorch's time on one thread against that",
        value: peer ? median(theirs) / median(ours) : null,
        unit: "x",
        bar: "",
        met: null,
        spread: peer ? `PyTorch ${rangeOf(theirs, (seconds) => seconds.toFixed(2))} s` : "",
        note: peer ? `PyTorch ${peer.version}` : "not measured: no Python with torch (PYTHON names one)",
      },
    ];
  },
};

/**
 * A table of columns that follow from few causes, made once.
 * @param {string} file
 */
function tableOf(file) {
  if (existsSync(file)) return file;
  const chance = createChance(11);
  const mix = Array.from({ length: COLUMNS * CAUSES }, () => chance.normal(0, 1));
  const lines = [Array.from({ length: COLUMNS }, (_, j) => `c${j}`).join(",")];
  for (let row = 0; row < ROWS; row++) {
    const causes = Array.from({ length: CAUSES }, () => chance.normal(0, 1));
    const value = (/** @type {number} */ j) =>
      causes.reduce((sum, cause, k) => sum + cause * (mix[j * CAUSES + k] ?? 0), chance.normal(0, 0.3));
    lines.push(Array.from({ length: COLUMNS }, (_, j) => value(j).toPrecision(7)).join(","));
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}
