import type { Column } from "../core/data/column";
import type { Dataset } from "../core/data/dataset";
import { normalDeviates, seededRandom } from "../core/math/random";
import type { Recipe, Role } from "../core/prepare/recipe";
import { seriesSamplesOf, type PreparedSeries } from "../core/series/series-samples-of";
import type { EventsKind } from "../core/kinds/events-kind";
import type { SeriesKind } from "../core/kinds/series-kind";

/** A table made of columns; all its values are features. */
export function datasetOf(...columns: Column[]): Dataset {
  const [first] = columns;
  const rowCount = first ? (first.kind === "category" ? first.codes.length : first.values.length) : 0;
  return { name: "table", rowCount, columns, sourceRows: null };
}

export function numbers(name: string, values: Iterable<number>): Column {
  return { kind: "number", name, values: Float64Array.from(values) };
}

export function times(name: string, values: Iterable<number>): Column {
  return { kind: "time", name, values: Float64Array.from(values) };
}

/** A category; the empty string is missing. */
export function words(name: string, values: readonly string[]): Column {
  const levels = [...new Set(values)].filter(Boolean);
  return { kind: "category", name, codes: Int32Array.from(values, (value) => levels.indexOf(value)), levels };
}

/** `count` numbers, each from its place. */
export function byStep(count: number, value: (step: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, step) => value(step));
}

/** The recipe of a table whose columns are all features, but for those named. */
function recipeFor(
  { columns }: Dataset,
  rowKind: Recipe["rowKind"] = { kind: "rows" },
  roles: Readonly<Record<string, Role>> = {},
): Recipe {
  return {
    columns: columns.map(({ name }) => ({
      role: roles[name] ?? "feature",
      missing: { kind: "median" },
      missingSignal: false,
      log: false,
      scale: "auto",
      encode: "auto",
      dateParts: [],
    })),
    oneHotLimit: 12,
    withinGroup: false,
    rowKind,
  };
}

/** A series by the first column; all else as guessed. */
export function seriesKind(more: Partial<SeriesKind> = {}): SeriesKind {
  return {
    kind: "series",
    time: 0,
    group: null,
    duplicates: "mean",
    fillUpTo: 5,
    window: null,
    stride: null,
    points: "covering",
    ...more,
  };
}

export function eventsKind(more: Partial<EventsKind> = {}): EventsKind {
  return { kind: "events", symbol: 0, sequence: null, time: null, level: "event", ...more };
}

/** The columns as series by the first of them. */
export function preparedSeries(
  columns: Column[],
  rowKind: Partial<SeriesKind> = {},
  roles: Readonly<Record<string, Role>> = {},
): Promise<PreparedSeries> {
  const dataset = datasetOf(...columns);
  const whole = seriesKind(rowKind);
  return seriesSamplesOf(dataset, recipeFor(dataset, whole, roles), whole);
}

const MINUTE = 60_000;

/** A wave of two channels that breaks at steps 600 to 619; ten steps are missing from 300 on, and step 50 is there twice. */
export function waveCsv(): string {
  const normal = normalDeviates(seededRandom(4));
  const lines = Array.from({ length: 1000 }, (_, i) => {
    const time = new Date(Date.UTC(2025, 2, 1) + i * MINUTE).toISOString();
    const wave = 20 + 5 * Math.sin((2 * Math.PI * i) / 40) + 0.1 * normal();
    const broken = i >= 600 && i < 620 ? 20 + (i % 2 ? 9 : -9) : wave;
    return `${time},${broken.toFixed(4)},${(100 + 0.1 * normal()).toFixed(4)}`;
  }).filter((_, i) => i < 300 || i >= 310);
  lines.splice(51, 0, lines[50]!);
  return ["time,cpu,memory", ...lines].join("\n");
}
