// @ts-check
import { openBenchPage } from "../bench-page.mjs";
import { generatedTable } from "../generated-table.mjs";
import { median, rangeOf } from "../statistics.mjs";

const QUICK = ["isolation-forest", "robust-z", "k-means", "mcd"];
const SIZES = [100_000, 1_000_000];
const TIMES_AS_FAST = 1.5;
/** More than the machine has cores is allowed, and changes no score either. */
const MANY = 5;

/** @type {import("../measure").Measure} */
export const threads = {
  name: "threads",
  async run({ root, benchSite, browser, runs }) {
    /** @type {import("../measure").Row[]} */
    const rows = [];
    for (const size of SIZES) rows.push(...(await measured(size)));
    return rows;

    /** @param {number} size */
    async function measured(size) {
      const { url } = await benchSite();
      const page = await openBenchPage(await browser(), url);
      await page.open(await generatedTable(root, size));
      /** @type {Record<number, number[]>} */
      const times = { 1: [], 2: [] };
      const first = await page.together(QUICK, 1);
      const isEqual = async (/** @type {number} */ count) =>
        (await page.together(QUICK, count)).scores.join() === first.scores.join();
      const wrong = [];
      for (const count of [MANY, 2]) if (!(await isEqual(count))) wrong.push(count);
      for (let run = 0; run < runs; run++)
        for (const count of [1, 2]) {
          // Threads that have to be started are a matter of the first run of a page.
          if (count === 2) await page.together(["robust-z"], 2);
          times[count]?.push((await page.together(QUICK, count)).ms);
        }
      await page.close();
      const [one, two] = [median(times[1] ?? []), median(times[2] ?? [])];
      const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(2)} s`;
      const name = `four quick detectors, ${size.toLocaleString("en")} x 10`;
      return [
        {
          name: `${name}: two threads against one`,
          value: one / two,
          unit: "x as fast",
          bar: `at least ${TIMES_AS_FAST} x`,
          met: one / two >= TIMES_AS_FAST,
          spread: `${rangeOf(times[1] ?? [], seconds)} against ${rangeOf(times[2] ?? [], seconds)}`,
          note: `${seconds(one)} against ${seconds(two)}, in turn`,
        },
        {
          name: `${name}: 1, 2 and ${MANY} threads`,
          value: 3 - wrong.length,
          unit: "of 3 with the same scores",
          bar: "all, to the last bit",
          met: wrong.length === 0,
          spread: "",
          note: wrong.length === 0 ? "" : `different with ${wrong.join(" and ")}`,
        },
      ];
    }
  },
};
