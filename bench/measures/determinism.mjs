// @ts-check
import { openBenchPage } from "../bench-page.mjs";
import { generatedTable } from "../generated-table.mjs";
import { builtInSample, unpackedSample } from "../samples.mjs";

const ROWS = 5000;
const SEED = 7;
const LIMIT_SECONDS = 300;

/**
 * Settings of what learns in many steps: as many as tell one arithmetic from another, no more.
 * @type {Readonly<Record<string, Record<string, number>>>}
 */
const SHORTER = {
  autoencoder: { steps: 100, members: 2 },
  "conv-autoencoder": { steps: 50 },
  cnn: { steps: 50, transformations: 4 },
  gan: { steps: 50, members: 2 },
  "window-conv-autoencoder": { steps: 50 },
  "rnn-forecaster": { epochs: 3 },
  "event-rnn": { passes: 1 },
  "picture-autoencoder": { steps: 50 },
  "picture-cnn": { steps: 20 },
  "picture-gan": { steps: 50 },
};

/** @typedef {Record<string, string>} Fingerprints of the scores as "series/knn", of the rest as "series/knn reasons" */

/** @type {import("../measure").Measure} */
export const determinism = {
  name: "determinism",
  async run({ root, benchSite, browser }) {
    /** @type {{ kind: import("../../src/core/kinds/row-kind").RowKindName, file: string }[]} */
    const tables = [
      { kind: "rows", file: await generatedTable(root, ROWS) },
      { kind: "series", file: builtInSample(root, "taxi-passengers") },
      { kind: "events", file: builtInSample(root, "block-events") },
      { kind: "images", file: unpackedSample(root, "buttons") },
    ];
    const { url } = await benchSite();
    /** @type {import("../measure").Row[]} */
    const rows = [];
    for (const table of tables) rows.push(rowOf(table.kind, await fingerprints(table), await fingerprints(table)));
    return rows;

    /**
     * @param {{ kind: import("../../src/core/kinds/row-kind").RowKindName, file: string }} table
     * @returns {Promise<Fingerprints>}
     */
    async function fingerprints({ kind, file }) {
      const page = await openBenchPage(await browser(), url);
      await page.open(file, LIMIT_SECONDS, kind);
      const start = performance.now();
      /** @type {Fingerprints} */
      const found = {};
      for (const id of await page.subjects()) {
        const order = { detector: id, params: SHORTER[id] ?? {}, seed: SEED, limitSeconds: LIMIT_SECONDS };
        const ofRun = await page.fingerprints(order).catch((error) => ({ scores: `${FAILED}${firstLine(error)}` }));
        for (const [what, hash] of Object.entries(ofRun))
          found[`${kind}/${id}${what === "scores" ? "" : ` ${what}`}`] = hash;
      }
      console.error(`  ${kind}: ${Math.round((performance.now() - start) / 1000)} s`);
      await page.close();
      return found;
    }
  },
};

const FAILED = "failed: ";

/** @param {unknown} error */
const firstLine = (error) => String(error).split("\n")[0] ?? "";

/**
 * @param {string} kind
 * @param {Fingerprints} first
 * @param {Fingerprints} second of the same in another page
 * @returns {import("../measure").Row}
 */
function rowOf(kind, first, second) {
  const all = Object.keys(first);
  const wrong = all.filter((what) => first[what] !== second[what] || first[what]?.startsWith(FAILED));
  const run = all.filter((what) => !what.includes(" "));
  return {
    name: `the same scores twice: ${kind}`,
    value: run.filter((id) => !wrong.some((what) => what === id || what.startsWith(`${id} `))).length,
    unit: `of ${run.length} detectors and combinations`,
    bar: "all, to the last bit",
    met: wrong.length === 0,
    spread: "",
    note:
      wrong.length === 0
        ? "two fresh pages, reasons and map included"
        : wrong.map((what) => `${what}: ${first[what]?.startsWith(FAILED) ? first[what] : "different"}`).join("; "),
    fingerprints: first,
  };
}
