import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rounded, tableOf } from "./table.mjs";

const conversions = {
  "breast-tissue": ["WDBC.csv", breastTissue],
  thyroid: ["thyroid.csv", thyroid],
  shuttle: ["shuttle.csv", shuttle],
  "taxi-passengers": ["nyc_taxi.csv", taxiPassengers],
  "block-events": ["hdfs_blocks.csv", blockEvents],
};

/**
 * Public sets under the names of their sources. Those that ADBench distributes ("Classical") come as CSV with columns
 * f0, f1 ... and label (1 = strange): here they get back the column names and units of their sources.
 * @param {string} folder holds some of the files named above; the samples of the others stay as they are
 */
export function convertedFrom(folder) {
  const there = Object.entries(conversions).filter(([, [file]]) => existsSync(join(folder, file)));
  return Object.fromEntries(
    there.map(([id, [file, convert]]) => [id, convert(tableOf(readFileSync(join(folder, file), "utf8")))]),
  );
}

const nucleus = [
  "radius",
  "texture",
  "perimeter",
  "area",
  "smoothness",
  "compactness",
  "concavity",
  "concave_points",
  "symmetry",
  "fractal_dimension",
];

/** UCI order: the ten means, then their standard errors, then the worst (mean of the three largest). */
function breastTissue({ rows }) {
  const names = ["mean", "se", "worst"].flatMap((statistic) => nucleus.map((what) => `${what}_${statistic}`));
  return {
    names: [...names, "diagnosis"],
    rows: rows.map((row) => [...row.slice(0, 30), Number(row[30]) === 1 ? "malignant" : "benign"]),
  };
}

/**
 * The source is min-max scaled; these are the ranges of the UCI file ann-train.data in usual units
 * (its age x 100, TSH, TT4 and FTI x 1000, T3 and T4U x 100 and x 10), so the original values come back exactly.
 */
const thyroidColumns = [
  { name: "age", low: 1, high: 94, digits: 1 },
  { name: "TSH", low: 0, high: 530, digits: 3 },
  { name: "T3", low: 0.05, high: 10.59, digits: 3 },
  { name: "TT4", low: 2, high: 430, digits: 2 },
  { name: "T4U", low: 0.19, high: 2.32, digits: 3 },
  { name: "FTI", low: 2, high: 612, digits: 2 },
];

function thyroid({ rows }) {
  return {
    names: [...thyroidColumns.map(({ name }) => name), "label"],
    rows: rows.map((row) => [
      ...thyroidColumns.map(({ low, high, digits }, i) => rounded(low + Number(row[i]) * (high - low), digits)),
      Number(row[6]),
    ]),
  };
}

/** The source names the first column only (time) and gives no names to the eight sensors. */
function shuttle({ rows }) {
  const sensors = Array.from({ length: 8 }, (_, i) => `sensor_${i + 2}`);
  return { names: ["time_code", ...sensors, "label"], rows: rows.map((row) => row.map(Number)) };
}

/** The Numenta Anomaly Benchmark calls the number of passengers a value. */
function taxiPassengers({ rows }) {
  return {
    names: ["time", "passengers", "label"],
    rows: rows.map(([time, value, label]) => [time, Number(value), Number(label)]),
  };
}

/** Every other block: half of the log is enough to learn it. */
function blockEvents({ names, rows }) {
  return {
    names,
    rows: rows
      .filter(([block]) => Number(block.slice(1)) % 2 === 0)
      .map(([block, step, event, label]) => [block, Number(step), event, Number(label)]),
  };
}
