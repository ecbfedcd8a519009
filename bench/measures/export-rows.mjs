// @ts-check
import { openAsBlob } from "node:fs";
import { withAppCode } from "../app-code.mjs";
import { generatedTable } from "../generated-table.mjs";

const SIZES = [25_000, 50_000, 100_000, 200_000, 400_000, 1_000_000];
const DETECTOR = "isolation-forest";
/** The exponent of a time in proportion, and what caches of the processor may add to it. */
const MOST_EXPONENT = 1.15;
const MOST_SECONDS_TO_CANCEL = 1;

/** @type {import("../measure").Measure} */
export const exportRows = {
  name: "export-rows",
  async run({ root }) {
    /** @type {import("../exporting/time-export").ExportTimes[]} */
    const times = [];
    await withAppCode(root, async (load) => {
      const { timeExport } = /** @type {typeof import("../exporting/time-export")} */ (
        await load("/bench/exporting/time-export.ts")
      );
      for (const rows of SIZES) {
        const blob = await openAsBlob(await generatedTable(root, rows));
        times.push(await timeExport(blob, `rows-${rows}.csv`, DETECTOR));
        console.error(`  ${rows}: ${JSON.stringify(times.at(-1))}`);
      }
    });
    return rowsOf(times);
  },
};

/**
 * @param {readonly import("../exporting/time-export").ExportTimes[]} times
 * @returns {import("../measure").Row[]}
 */
function rowsOf(times) {
  const exponent = slopeOf(times.map(({ rows, seconds }) => [Math.log(rows), Math.log(seconds)]));
  const cancel = Math.max(...times.map((one) => one.cancel));
  const silence = Math.max(...times.map((one) => one.silence));
  const plain = { unit: "s of processor time", bar: "", met: null, spread: "" };
  return [
    ...times.map(({ rows, flagged, bytes, seconds }) => ({
      ...plain,
      name: `export of ${rows.toLocaleString("en")} x 10`,
      value: round(seconds),
      note: `${flagged.toLocaleString("en")} rows with reasons, ${Math.round(bytes / 1e6)} MB`,
    })),
    {
      name: "export, exponent of the rows",
      value: round(exponent),
      unit: "",
      bar: `${MOST_EXPONENT}`,
      met: exponent <= MOST_EXPONENT,
      spread: "",
      note: "fitted to the times above; 1 is in proportion, 2 its square",
    },
    {
      name: "export, from a cancel to its answer",
      value: round(cancel),
      unit: "s of processor time",
      bar: `${MOST_SECONDS_TO_CANCEL} s`,
      met: cancel <= MOST_SECONDS_TO_CANCEL,
      spread: "",
      note: "the longest of six moments in each of the exports above",
    },
    {
      name: "export, longest silence",
      value: round(silence),
      unit: "s of processor time",
      bar: `${MOST_SECONDS_TO_CANCEL} s`,
      met: silence <= MOST_SECONDS_TO_CANCEL,
      spread: "",
      note: "in which nobody else is answered, and no cancel heard",
    },
  ];
}

/** @param {readonly (readonly number[])[]} points */
function slopeOf(points) {
  const mean = (/** @type {number} */ axis) =>
    points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  let [above, below] = [0, 0];
  for (const [a = 0, b = 0] of points) {
    above += (a - x) * (b - y);
    below += (a - x) ** 2;
  }
  return above / below;
}

/** @param {number} value */
const round = (value) => Number(value.toPrecision(3));
