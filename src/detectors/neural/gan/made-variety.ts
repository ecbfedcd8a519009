import { squaredDistance } from "../../../core/math/distance";
import { momentsOf } from "../../../core/math/moments";
import { quantileOfSorted } from "../../../core/math/quantile";

/** How different generated rows are, beside rows that are as different as they should be: 1 is as different, 0 all alike. */
export interface Variety {
  /** The median over the columns of the standard deviation: near 0 where all made rows are one. */
  readonly spread: number;
  /** The median distance from a row to the nearest other: near 0 where they fall onto a few, however far apart these are. */
  readonly apartness: number;
}

/**
 * The variety of `made` rows: their spread as a share of that of the `real` rows, their distances as a share of those
 * between the real rows as the generator rebuilds them, `rebuilt`, since it can make no others; both at most 1. All are
 * [rows, width], one row after the other. Few rows, please: each is compared with each.
 */
export function varietyOf(made: Float32Array, real: Float32Array, rebuilt: Float32Array, width: number): Variety {
  const columns = Array.from({ length: width }, (_, j) => shareOf(spreadOf(made, j, width), spreadOf(real, j, width)));
  return { spread: middleOf(columns), apartness: shareOf(gapOf(made, width), gapOf(rebuilt, width)) };
}

/** Where the real rows do not differ, the made ones need not either. */
function shareOf(made: number, real: number): number {
  return real > 0 ? Math.min(1, made / real) : 1;
}

function spreadOf(rows: Float32Array, column: number, width: number): number {
  return momentsOf(Float32Array.from({ length: rows.length / width }, (_, i) => rows[i * width + column] ?? 0)).sd;
}

/** The median distance from a row to the nearest other one. */
function gapOf(rows: Float32Array, width: number): number {
  const gaps: number[] = [];
  for (let a = 0; a < rows.length; a += width) {
    let nearest = Infinity;
    for (let b = 0; b < rows.length; b += width)
      if (a !== b) nearest = Math.min(nearest, squaredDistance(rows, a, rows, b, width));
    gaps.push(Math.sqrt(nearest));
  }
  return middleOf(gaps);
}

function middleOf(values: number[]): number {
  return quantileOfSorted(
    values.sort((a, b) => a - b),
    0.5,
  );
}
