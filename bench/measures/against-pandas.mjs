// @ts-check
import { openAsBlob } from "node:fs";
import { join } from "node:path";
import { withAppCode } from "../app-code.mjs";
import { median, rangeOf } from "../statistics.mjs";
import { wideTable } from "../wide-table.mjs";
import { scikitLearn } from "./scikit-learn.mjs";

const ROWS = 1_000_000;
const BAR = 0.7;
/** Sums of so many numbers differ in their last digits by the order in which they are added. */
const TOLERANCE = 1e-6;

/** @type {import("../measure").Measure} */
export const againstPandas = {
  name: "against-pandas",
  async run({ root, runs }) {
    const name = "1,000,000 x 31 CSV, read and profile against pandas read_csv and describe";
    const row = { name, unit: "x", bar: `<= ${BAR}` };
    const pandas = await scikitLearn(join(root, "bench/measures/against-pandas.py"), []);
    if (!pandas) return [{ ...row, value: NaN, met: null, spread: "", note: "no Python with pandas" }];
    const file = await wideTable(root, ROWS);
    return withAppCode(root, async (load) => {
      const { cpuOfProfiling } =
        /** @type {{ cpuOfProfiling: typeof import("../reading/cpu-of-profiling").cpuOfProfiling }} */ (
          await load("/bench/reading/cpu-of-profiling.ts")
        );
      /** @type {number[]} */
      const theirs = [];
      /** @type {number[]} */
      const ours = [];
      // In turn, so that a busy moment of the machine meets both; the first of each warms up.
      for (let run = 0; run <= runs; run++) {
        const own = await cpuOfProfiling("table.csv", await openAsBlob(file));
        const [seconds = NaN, sum = NaN] = (await pandas.ask(file)).split(" ").map(Number);
        if (!(Math.abs(own.sum - sum) <= TOLERANCE * Math.abs(sum)))
          throw new Error(`other values: ${own.sum}, ${sum}`);
        if (run === 0) continue;
        ours.push(own.seconds);
        theirs.push(seconds);
      }
      pandas.close();
      const share = median(ours) / median(theirs);
      const told = (/** @type {number[]} */ some) => rangeOf(some, (seconds) => seconds.toFixed(2));
      return [
        {
          ...row,
          value: share,
          met: share <= BAR,
          spread: `${told(ours)} s against ${told(theirs)} s`,
          note: `processor time, one thread each, pandas ${pandas.version}; median of ${runs}`,
        },
      ];
    });
  },
};
