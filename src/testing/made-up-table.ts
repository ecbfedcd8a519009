import type { Dialect, DialectGuess } from "../core/data/dialect";
import type { DatasetCard, DelimitedInspection, RunRequest, RunResult } from "../engine/protocol";

const NAMES = ["time", "amount", "country"];

const dialect: Dialect = {
  compression: "none",
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  escape: "",
  header: { first: 1, count: 1 },
  decimal: ".",
  thousands: "",
  missing: ["na"],
  missingIn: "values",
  dateOrder: "day-first",
};

/** What the head of a small table of payments tells; its size is 20,000 rows. */
export function madeUpInspection(
  guesses: readonly DialectGuess[] = [],
  size: Partial<DelimitedInspection["size"]> = {},
): DelimitedInspection {
  const kinds = ["time", "number", "category"] as const;
  return {
    format: "delimited",
    plan: { format: "delimited", settings: dialect, kinds: {}, sample: null },
    guesses,
    preview: {
      names: NAMES,
      rows: [
        ["03/04/2024 09:12", "12.50", "IT"],
        ["03/04/2024 09:13", "4310.00", "NO"],
      ],
    },
    columns: NAMES.map((name, at) => ({ name, kind: kinds[at] ?? "text", why: { code: "kind.numbers" } })),
    size: { bytes: 1e6, rows: 20_000, columns: 3, memory: 1e7, budget: 1e9, rowsThatFit: 2e6, ...size },
  };
}

/** The card of a table without described columns. */
export function madeUpTable(name: string, rowCount: number): DatasetCard {
  return {
    id: `table of ${name}`,
    name,
    rowCount,
    sourceRows: null,
    columns: [],
    recipe: { columns: [], oneHotLimit: 20, withinGroup: false, rowKind: { kind: "rows" } },
    rowKindWhy: { code: "row-kind.rows-no-time" },
    joinable: [],
    read: {
      format: "delimited",
      report: {
        rowsSeen: rowCount,
        rowsKept: rowCount,
        shortRows: { count: 0, first: [] },
        longRows: { count: 0, first: [] },
        emptyRows: 0,
        renamed: [],
        unreadable: [],
        notes: [],
        seconds: 0.1,
      },
    },
  };
}

/** Scores 0 to `rows` - 1, the first row the strangest; a fixed threshold at v flags the rows - v first. */
export function madeUpResult(request: RunRequest, rows: number): RunResult {
  const sorted = Float64Array.from({ length: rows }, (_, at) => rows - 1 - at);
  return {
    key: `run of ${request.detector} on ${request.dataset}`,
    request,
    scores: sorted,
    order: Uint32Array.from(sorted.keys()),
    sorted,
    scale: { floor: 0, unit: 1, median: 0.5, mad: 0.1 },
    suggestions: [],
    features: ["amount"],
    seconds: { prepare: 0, fit: 0, score: 0 },
    notes: [],
    metrics: [],
    trainingViews: [],
    endedEarly: false,
    chance: true,
    calibration: null,
  };
}
