import type { Column } from "../core/data/column";
import { columnSamples, type ColumnSamples } from "../core/detect/column-samples";
import { normalDeviates, seededRandom } from "../core/math/random";
import type { EventSamples, SeriesSamples } from "../core/series/series-samples";
import { eventsFrom } from "./planted-events";
import { seriesFrom } from "./planted-series";

// Data in which nothing is strange: what knows its own error has to say so.

/** Columns as they were read, all of them features. */
export function columnsFrom(columns: readonly Column[], count: number): ColumnSamples {
  return columnSamples(
    columns,
    columns.map(() => "feature"),
    Uint32Array.from({ length: count }, (_, row) => row),
  );
}

function numbersOf(name: string, values: ArrayLike<number>): Column {
  return { kind: "number", name, values: Float64Array.from(values) };
}

const LEVELS = ["north", "east", "south", "west", "abroad"];

/** Normal, log-normal and whole numbers, a number that follows two others, categories of unequal shares. */
export function ordinaryTable(rows: number, seed: number): ColumnSamples {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  const draw = (value: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => value(row));
  const height = draw(() => 170 + 9 * normal());
  const age = draw(() => 45 + 12 * normal());
  const codes = Int32Array.from({ length: rows }, () => Math.floor(LEVELS.length * random() ** 2));
  return columnsFrom(
    [
      numbersOf("height", height),
      numbersOf("age", age),
      numbersOf(
        "weight",
        draw((row) => 0.9 * height[row]! - 80 + 0.1 * age[row]! + 8 * normal()),
      ), // one of each per row
      numbersOf(
        "amount",
        draw(() => Math.exp(4 + normal())),
      ),
      numbersOf(
        "items",
        draw(() => Math.floor(6 * random())),
      ),
      { kind: "category", name: "region", codes, levels: LEVELS },
    ],
    rows,
  );
}

/** Two channels of a daily course with noise, and one of noise alone. */
export function ordinarySeries(steps: number, seed: number): SeriesSamples {
  const normal = normalDeviates(seededRandom(seed));
  const daily = (size: number, shift: number) =>
    Float32Array.from(
      { length: steps },
      (_, step) => size * Math.sin(((step + shift) * Math.PI) / 12) + 0.4 * normal(),
    );
  return seriesFrom([daily(1.3, 0), daily(1.2, 5), daily(0, 0)]);
}

/** Jobs that open, read or write a few times, check and close. */
export function ordinaryEvents(sequences: number, seed: number): EventSamples {
  const random = seededRandom(seed);
  return eventsFrom(
    Array.from({ length: sequences }, () => {
      const work = Array.from({ length: 1 + Math.floor(6 * random()) }, () => (random() < 0.6 ? "read" : "write"));
      return ["open", ...work, ...(random() < 0.5 ? ["check"] : []), "close"];
    }),
  );
}
