// @ts-check
import { openBenchPage } from "../bench-page.mjs";
import { generatedTable } from "../generated-table.mjs";
import { builtInSample, unpackedSample } from "../samples.mjs";

const ROWS = 1_000_000;
const LIMIT_SECONDS = 300;
const MOST_MS = 1000;
/** Of each work, as long as it lasts: while it begins, and in what comes later. */
const MOMENTS_MS = [0, 30, 100, 300, 1000, 3000, 8000];

/** @typedef {{ what: string, phase: string | null, at: number, tookMs: number }} Cancel */

/** @type {import("../measure").Measure} */
export const cancels = {
  name: "cancels",
  async run({ root, benchSite, browser }) {
    /** @type {{ name: string, kind: import("../../src/core/kinds/row-kind").RowKindName, file: string }[]} */
    const tables = [
      { name: "1,000,000 x 10", kind: "rows", file: await generatedTable(root, ROWS) },
      { name: "series", kind: "series", file: builtInSample(root, "taxi-passengers") },
      { name: "events", kind: "events", file: builtInSample(root, "block-events") },
      { name: "images", kind: "images", file: unpackedSample(root, "buttons") },
    ];
    const { url } = await benchSite();
    const rows = [];
    for (const table of tables) rows.push(rowOf(table.name, await cancelsOf(table)));
    return rows;

    /** @param {{ kind: import("../../src/core/kinds/row-kind").RowKindName, file: string }} table */
    async function cancelsOf({ kind, file }) {
      const page = await openBenchPage(await browser(), url);
      await page.open(file, LIMIT_SECONDS, kind);
      /** @type {Cancel[]} */
      const found = [];
      /** @param {"open" | "run" | "export"} what @param {string} detector */
      const note = async (what, detector) => {
        const times = await page.cancels({ what, detector, moments: MOMENTS_MS });
        for (const time of times) found.push({ what: what === "run" ? detector : what, ...time });
        const worst = Math.max(0, ...times.map(({ tookMs }) => tookMs));
        console.error(`  ${kind} ${what} ${detector}: ${times.length} cancels, at most ${worst.toFixed(0)} ms`);
      };
      await note("open", "");
      const subjects = await page.subjects();
      for (const detector of subjects) await note("run", detector);
      if (kind === "rows") await note("export", "isolation-forest");
      await page.close();
      return found;
    }
  },
};

/**
 * @param {string} name
 * @param {Cancel[]} all
 * @returns {import("../measure").Row}
 */
function rowOf(name, all) {
  const slowest = all.toSorted((a, b) => b.tookMs - a.tookMs).slice(0, 3);
  const value = Math.round(slowest[0]?.tookMs ?? NaN);
  return {
    name: `from a cancel to its end: ${name}`,
    value,
    unit: "ms",
    bar: `at most ${MOST_MS} ms`,
    met: value <= MOST_MS,
    spread: `${all.length} cancels, ${all.filter(({ tookMs }) => tookMs > MOST_MS).length} of them later`,
    note: slowest
      .map(({ what, phase, at, tookMs }) => `${what}, ${phase ?? "no phase"}, after ${at} ms: ${Math.round(tookMs)}`)
      .join("; "),
  };
}
