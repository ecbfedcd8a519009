// @ts-check
import { openAsBlob } from "node:fs";
import { createServer } from "vite";
import { median, rangeOf } from "../statistics.mjs";
import { writtenTable } from "../written-table.mjs";

const ROWS = 1_000_000;
/** What reading Parquet may take of what the CSV of the same table takes. */
const BAR = 0.5;

/** @type {import("../measure").Measure} */
export const parquet = {
  name: "parquet",
  async run({ root, runs }) {
    const files = await writtenTable(root, ROWS);
    const vite = await createServer({
      root,
      configFile: false,
      appType: "custom",
      logLevel: "error",
      server: { middlewareMode: true, hmr: false, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
    });
    try {
      const { cpuOfReading } = /** @type {typeof import("../reading/cpu-of-reading")} */ (
        await vite.ssrLoadModule("/bench/reading/cpu-of-reading.ts")
      );
      /** @type {number[]} */
      const csv = [];
      /** @type {number[]} */
      const ours = [];
      // In turn, so that a busy moment of the machine meets both; the first of each warms up.
      for (let run = 0; run <= runs; run++) {
        const text = await cpuOfReading("table.csv", await openAsBlob(files.csv));
        const columns = await cpuOfReading("table.parquet", await openAsBlob(files.parquet));
        if (text.rows !== columns.rows || Math.abs(text.sum - columns.sum) > 1e-6 * Math.abs(text.sum))
          throw new Error(`other values: ${JSON.stringify([text, columns])}`);
        if (run === 0) continue;
        csv.push(text.seconds);
        ours.push(columns.seconds);
      }
      const share = median(ours) / median(csv);
      const secondsOf = (/** @type {number[]} */ some) => rangeOf(some, (seconds) => seconds.toFixed(1));
      return [
        {
          name: "Parquet 1,000,000 x 10, processor time against the CSV of the same table",
          value: share,
          unit: "x",
          bar: `<= ${BAR}`,
          met: share <= BAR,
          spread: `${secondsOf(ours)} s against ${secondsOf(csv)} s`,
          note: `read in Node, the same code as in the worker; median of ${runs}`,
        },
      ];
    } finally {
      await vite.close();
    }
  },
};
