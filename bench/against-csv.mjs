// @ts-check
import { openAsBlob } from "node:fs";
import { withAppCode } from "./app-code.mjs";
import { median, rangeOf } from "./statistics.mjs";

/**
 * Processor time of reading a file against that of the CSV of the same table, as a row of the report. In turn, so that a
 * busy moment of the machine meets both; the first of each warms up. The sums of all values have to be equal.
 * @param {{ root: string, runs: number, name: string, csv: string, file: string, called: string, bar: number }} asked
 * @returns {Promise<import("./measure").Row>}
 */
export async function againstCsv({ root, runs, name, csv, file, called, bar }) {
  return withAppCode(root, async (load) => {
    const { cpuOfReading } = /** @type {{ cpuOfReading: typeof import("./reading/cpu-of-reading").cpuOfReading }} */ (
      await load("/bench/reading/cpu-of-reading.ts")
    );
    /** @type {number[]} */
    const theirs = [];
    /** @type {number[]} */
    const ours = [];
    for (let run = 0; run <= runs; run++) {
      const text = await cpuOfReading("table.csv", await openAsBlob(csv));
      const other = await cpuOfReading(called, await openAsBlob(file));
      if (text.rows !== other.rows || Math.abs(text.sum - other.sum) > 1e-6 * Math.abs(text.sum))
        throw new Error(`other values: ${JSON.stringify([text, other])}`);
      if (run === 0) continue;
      theirs.push(text.seconds);
      ours.push(other.seconds);
    }
    const share = median(ours) / median(theirs);
    const secondsOf = (/** @type {number[]} */ some) => rangeOf(some, (seconds) => seconds.toFixed(2));
    return {
      name,
      value: share,
      unit: "x",
      bar: `<= ${bar}`,
      met: share <= bar,
      spread: `${secondsOf(ours)} s against ${secondsOf(theirs)} s`,
      note: `read in Node, the same code as in the worker; median of ${runs}`,
    };
  });
}
