/**
 * Where rows lie along the axis: null is by row number (row i of n at (i + 0.5) / n), otherwise a position
 * (0 to 1) for each row, NaN where it has none, in any order.
 */
export type RowPositions = Float64Array | null;

/** The scores in view, drawn together to pixel columns. */
export interface Columns {
  /** Rows with a score in each column. */
  readonly counts: Uint32Array;
  /** Lowest and highest score, and the row that has it; meaningless where the count is 0. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly lowRows: Uint32Array;
  readonly highRows: Uint32Array;
  readonly visible: number;
}

/** Time values as positions between the first and the last finite one. */
export function timePositions(times: Float64Array): { positions: Float64Array; min: number; max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (const time of times) {
    if (time < min && time > -Infinity) min = time;
    if (time > max && time < Infinity) max = time;
  }
  const span = max > min ? max - min : 1;
  const start = max > min ? min : min - 0.5;
  const positions = times.map((time) => (Number.isFinite(time) ? (time - start) / span : NaN));
  return min <= max ? { positions, min: start, max: start + span } : { positions, min: 0, max: 1 };
}

/** Where `row` lies. */
export function rowPosition(positions: RowPositions, rows: number, row: number): number {
  return positions ? (positions[row] ?? NaN) : (row + 0.5) / rows;
}

/** Rows that can lie between two positions, as a half-open range: the whole table where times are in any order. */
function rangeOf(positions: RowPositions, rows: number, from: number, to: number): [number, number] {
  if (positions) return [0, rows];
  return [Math.max(0, Math.floor(from * rows - 0.5)), Math.min(rows, Math.ceil(to * rows + 0.5))];
}

/** Lowest and highest score per pixel column between two positions: one pass, every spike kept. NaN scores are left out. */
export function columnsOf(
  scores: Float64Array,
  positions: RowPositions,
  from: number,
  to: number,
  width: number,
): Columns {
  const counts = new Uint32Array(width);
  const lows = new Float64Array(width).fill(Infinity);
  const highs = new Float64Array(width).fill(-Infinity);
  const lowRows = new Uint32Array(width);
  const highRows = new Uint32Array(width);
  const rows = scores.length;
  const scale = width / (to - from);
  const [start, end] = rangeOf(positions, rows, from, to);
  let visible = 0;
  for (let row = start; row < end; row++) {
    const score = scores[row] ?? NaN;
    const place = positions ? (positions[row] ?? NaN) : (row + 0.5) / rows;
    if (!(place >= from && place <= to) || Number.isNaN(score)) continue;
    const column = Math.min(width - 1, Math.floor((place - from) * scale));
    visible++;
    counts[column] = (counts[column] ?? 0) + 1;
    if (score < (lows[column] ?? 0)) {
      lows[column] = score;
      lowRows[column] = row;
    }
    if (score > (highs[column] ?? 0)) {
      highs[column] = score;
      highRows[column] = row;
    }
  }
  return { counts, lows, highs, lowRows, highRows, visible };
}

/** The rows between two positions, in row order. */
export function rowsBetween(scores: Float64Array, positions: RowPositions, from: number, to: number): Uint32Array {
  const [start, end] = rangeOf(positions, scores.length, from, to);
  const found = new Uint32Array(end - start);
  let size = 0;
  for (let row = start; row < end; row++) {
    const place = rowPosition(positions, scores.length, row);
    if (place >= from && place <= to) found[size++] = row;
  }
  return found.slice(0, size);
}

/**
 * The flagged row next to `row` along the axis, or -1; rows at one place follow each other by number.
 * From -1 it starts at an end.
 */
export function nextFlagged(
  scores: Float64Array,
  positions: RowPositions,
  threshold: number,
  row: number,
  step: 1 | -1,
): number {
  if (!positions) {
    for (let at = row < 0 && step < 0 ? scores.length - 1 : row + step; at >= 0 && at < scores.length; at += step)
      if ((scores[at] ?? NaN) >= threshold) return at;
    return -1;
  }
  const from = row < 0 ? -step * Infinity : (positions[row] ?? NaN);
  let best = -1;
  let bestPlace = step * Infinity;
  for (let at = 0; at < scores.length; at++) {
    if (!((scores[at] ?? NaN) >= threshold)) continue;
    const place = positions[at] ?? NaN;
    const ahead = place === from ? (at - row) * step > 0 : (place - from) * step > 0;
    if (!ahead) continue;
    const nearer = place === bestPlace ? (best - at) * step > 0 : (bestPlace - place) * step > 0;
    if (best < 0 || nearer) [best, bestPlace] = [at, place];
  }
  return best;
}

/** The first `limit` flagged rows in row order. */
export function firstFlagged(scores: Float64Array, threshold: number, limit: number): number[] {
  const found: number[] = [];
  for (let row = 0; row < scores.length && found.length < limit; row++)
    if ((scores[row] ?? NaN) >= threshold) found.push(row);
  return found;
}
