import { isLaw } from "../findings/evidence";
import type { Check } from "./check";
import { checkOf } from "./check";
import { rowsWith, type NumberSeries } from "./document-numbers";

/** Numbers of documents that nearly follow on each other, each series for itself: the rows that stand right behind a gap. */
export function numberGaps(column: string, all: readonly NumberSeries[]): Check[] {
  const rows: number[] = [];
  let [different, missing] = [0, 0];
  for (const series of all) {
    const afterGap = new Set<number>();
    let before = NaN;
    for (const number of series.sorted) {
      if (number === before) continue;
      different++;
      if (number > before + 1) {
        missing += number - before - 1;
        afterGap.add(number);
      }
      before = number;
    }
    // Where much is missing there is no order to have gaps in.
    if (missing > series.sorted.length) return [];
    rows.push(...rowsWith(series, afterGap));
  }
  if (missing === 0 || !isLaw(missing, different)) return [];
  return [checkOf({ code: "check.gaps", values: { column, count: missing } }, rows)];
}

/** Numbers of documents that are given more than once: all rows that have one of them. */
export function repeatedNumbers(column: string, all: readonly NumberSeries[]): Check[] {
  const rows: number[] = [];
  let count = 0;
  for (const series of all) {
    const repeated = new Set(series.sorted.filter((number, at) => number === series.sorted[at - 1]));
    count += repeated.size;
    rows.push(...rowsWith(series, repeated));
  }
  return count === 0 ? [] : [checkOf({ code: "check.given-twice", values: { column, count } }, rows)];
}
