import { isoTime } from "../../core/data/civil-time";
import type { Column } from "../../core/data/column";
import { filterTest } from "../../core/data/column-filter";
import type { Dataset } from "../../core/data/dataset";
import type { Checkpoint } from "../yield-to-events";
import type { RunResult, ViewRequest } from "../protocol";

const ROWS_PER_YIELD = 20_000;

/**
 * The rows that a table shows, in its order. Missing values come last whichever way it is sorted. `counts`, by row, are
 * what "votes" and "stability" sort by.
 */
export async function viewRows(
  dataset: Dataset,
  run: Pick<RunResult, "scores" | "order"> | null,
  request: ViewRequest,
  counts: Uint8Array | null,
  checkpoint: Checkpoint,
): Promise<Uint32Array> {
  const candidates = startingRows(dataset, run, request);
  const kept = await matching(dataset, candidates, request, checkpoint);
  if (run && counts) return byCount(kept, counts, run.order, request.sort.descending);
  return sorted(dataset, run, kept, request.sort);
}

/** In order of score where that is asked for, else in order of row. */
function startingRows(
  dataset: Dataset,
  run: Pick<RunResult, "scores" | "order"> | null,
  request: ViewRequest,
): Uint32Array {
  const { threshold, within } = request;
  if (within)
    return threshold === null || !run ? within : within.filter((row) => (run.scores[row] ?? NaN) >= threshold);
  if (!run || threshold === null) return Uint32Array.from({ length: dataset.rowCount }, (_, row) => row);
  let count = 0;
  while (count < run.order.length && run.scores[run.order[count]!]! >= threshold) count++;
  return run.order.slice(0, count);
}

async function matching(
  dataset: Dataset,
  rows: Uint32Array,
  request: ViewRequest,
  checkpoint: Checkpoint,
): Promise<Uint32Array> {
  const tests = request.filters.map((filter) => filterTest(dataset, filter));
  const wanted = request.search.trim().toLowerCase();
  for (const { rows: named, stay } of request.among ?? []) {
    const isNamed = new Uint8Array(dataset.rowCount);
    for (const row of named) isNamed[row] = 1;
    tests.push((row) => (isNamed[row] === 1) === stay);
  }
  if (wanted) tests.push(searchTest(dataset.columns, wanted));
  if (tests.length === 0) return rows;
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let from = 0; from < rows.length; from += ROWS_PER_YIELD) {
    for (const row of rows.subarray(from, from + ROWS_PER_YIELD))
      if (tests.every((test) => test(row))) kept[count++] = row;
    await checkpoint(from / rows.length);
  }
  return kept.slice(0, count);
}

type RowTest = (row: number) => boolean;

function searchTest(columns: readonly Column[], wanted: string): RowTest {
  const tests = columns.map((column): RowTest => {
    switch (column.kind) {
      case "category": {
        const hits = column.levels.map((level) => level.toLowerCase().includes(wanted));
        return (row) => hits[column.codes[row] ?? -1] ?? false;
      }
      case "text":
        return (row) => column.values[row]?.toLowerCase().includes(wanted) ?? false;
      case "number":
        // Digits, signs and the exponent: any other search cannot be in a number.
        if (!/^[-+.\de]+$/.test(wanted)) return () => false;
        return (row) => String(column.values[row]).includes(wanted);
      case "time":
        return (row) => {
          const value = column.values[row] ?? NaN;
          return !Number.isNaN(value) && isoTime(value).toLowerCase().replace("t", " ").includes(wanted);
        };
      default:
        return column satisfies never;
    }
  });
  return (row) => tests.some((test) => test(row));
}

/** Of rows with equal counts the strangest comes first; rows without a score come last. One pass, however many ties. */
function byCount(rows: Uint32Array, counts: Uint8Array, order: Uint32Array, descending: boolean): Uint32Array {
  const UNSCORED = 256;
  const placeOf = new Uint16Array(counts.length).fill(UNSCORED);
  for (const row of order) placeOf[row] = descending ? 255 - counts[row]! : counts[row]!;
  const isKept = new Uint8Array(counts.length);
  const next = new Uint32Array(UNSCORED + 2);
  for (const row of rows) {
    isKept[row] = 1;
    next[placeOf[row]! + 1]! += 1;
  }
  for (let place = 1; place < next.length; place++) next[place]! += next[place - 1]!;
  const found = new Uint32Array(rows.length);
  const put = (row: number) => {
    if (isKept[row]) found[next[placeOf[row]!]!++] = row;
  };
  order.forEach(put);
  rows.forEach((row) => {
    if (placeOf[row] === UNSCORED) put(row);
  });
  return found;
}

function sorted(
  dataset: Dataset,
  run: Pick<RunResult, "scores" | "order"> | null,
  rows: Uint32Array,
  { by, descending }: ViewRequest["sort"],
): Uint32Array {
  const keys = keysOf(dataset, run, by);
  const direction = descending ? -1 : 1;
  return rows.slice().sort((a, b) => {
    const x = keys(a);
    const y = keys(b);
    if (x === null || y === null) return x === y ? a - b : x === null ? 1 : -1;
    return x === y ? a - b : (x < y ? -1 : 1) * direction;
  });
}

/** What rows are sorted by; null is missing. Names of levels are compared by their place in the alphabet. */
function keysOf(
  dataset: Dataset,
  run: Pick<RunResult, "scores"> | null,
  by: ViewRequest["sort"]["by"],
): (row: number) => number | string | null {
  const numeric = (values: Float64Array) => (row: number) => {
    const value = values[row] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  if (by === "row") return (row) => row;
  // Without what is counted there is nothing to sort votes and stability by.
  if (typeof by === "string") return run ? numeric(run.scores) : (row) => row;
  const column = dataset.columns[by];
  if (!column) return (row) => row;
  if (column.kind === "number" || column.kind === "time") return numeric(column.values);
  if (column.kind === "text") return (row) => column.values[row] || null;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const places = new Int32Array(column.levels.length);
  const alphabetical = column.levels.map((_, code) => code);
  alphabetical.sort((a, b) => collator.compare(column.levels[a]!, column.levels[b]!));
  for (const [place, code] of alphabetical.entries()) places[code] = place;
  return (row) => {
    const code = column.codes[row] ?? -1;
    return code < 0 ? null : places[code]!;
  };
}
