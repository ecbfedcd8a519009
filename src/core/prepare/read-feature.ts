import type { CategoryColumn, Column, TimeColumn } from "../data/column";
import { hourOf, weekdayOf } from "../data/profile-clock";
import type { FeatureSource } from "./fitted-recipe";
import type { RowsByGroup } from "./group-rows";
import { missingTestOf } from "./missing-cells";
import { timeGapsOf } from "./time-gaps";

/** Writes the raw values of rows `from` (included) to `to` (excluded) to the start of `out`; NaN is missing. */
export type FeatureReader = (from: number, to: number, out: Float64Array) => void;

const msPerDay = 86_400_000;
const msPerWeek = 7 * msPerDay;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const mondayOffset = 3 * msPerDay;

/** How a feature is read from its column; from a column that is absent or of another kind, every value is missing. */
export function readerOf(source: FeatureSource, column: Column | null, groups: RowsByGroup | null): FeatureReader {
  switch (source.kind) {
    case "missing": {
      const isMissing = missingTestOf(column);
      return each((row) => (isMissing(row) ? 1 : 0));
    }
    case "value":
      return column?.kind === "number" ? readNumbers(column.values, source) : allMissing;
    case "level":
    case "level-value":
      return column?.kind === "category" ? readLevels(column, source) : allMissing;
    case "days":
    case "gap":
    case "clock-value":
    case "clock-wave":
      return column?.kind === "time" ? readTimes(column, source, groups) : allMissing;
    default:
      return source satisfies never;
  }
}

const allMissing: FeatureReader = (from, to, out) => out.fill(NaN, 0, to - from);

function each(value: (row: number) => number): FeatureReader {
  return (from, to, out) => {
    for (let row = from; row < to; row++) out[row - from] = value(row);
  };
}

function readNumbers(
  values: Float64Array,
  { below, above, least = -Infinity, most = Infinity }: FeatureSource & { kind: "value" },
): FeatureReader {
  return (from, to, out) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!; // row < rowCount
      const finite = value === Infinity ? above : value === -Infinity ? below : value;
      out[row - from] = finite < least ? least : finite > most ? most : finite;
    }
  };
}

function readLevels(column: CategoryColumn, source: FeatureSource & { kind: "level" | "level-value" }): FeatureReader {
  // One entry more than there are levels: code -1 reads the last.
  const byCode = new Float64Array(column.levels.length + 1);
  if (source.kind === "level") {
    column.levels.forEach((level, code) => (byCode[code] = level === source.level ? 1 : 0));
  } else {
    const valueOf = new Map(source.levels.map((level, index) => [level, source.values[index] ?? source.unseen]));
    column.levels.forEach((level, code) => (byCode[code] = valueOf.get(level) ?? source.unseen));
  }
  byCode[column.levels.length] = NaN;
  return each((row) => {
    const code = column.codes[row] ?? -1;
    return byCode[code < 0 ? column.levels.length : code] ?? NaN;
  });
}

function readTimes(
  { values }: TimeColumn,
  source: FeatureSource & { kind: "days" | "gap" | "clock-value" | "clock-wave" },
  groups: RowsByGroup | null,
): FeatureReader {
  const ofTime = (read: (time: number) => number): FeatureReader =>
    each((row) => {
      const time = values[row] ?? NaN;
      return Number.isFinite(time) ? read(time) : NaN;
    });
  switch (source.kind) {
    case "days":
      return ofTime((time) => (time - source.first) / msPerDay);
    case "gap": {
      const gaps = timeGapsOf(values, groups);
      return each((row) => gaps[row] ?? NaN);
    }
    case "clock-value": {
      const partOf = source.part === "hour" ? hourOf : weekdayOf;
      return ofTime((time) => source.values[partOf(time)] ?? NaN);
    }
    case "clock-wave": {
      const wave = source.wave === "sin" ? Math.sin : Math.cos;
      const period = source.part === "hour" ? msPerDay : msPerWeek;
      const offset = source.part === "hour" ? 0 : mondayOffset;
      return ofTime((time) => {
        const turns = (time + offset) / period;
        return wave(2 * Math.PI * (turns - Math.floor(turns)));
      });
    }
    default:
      return source satisfies never;
  }
}
