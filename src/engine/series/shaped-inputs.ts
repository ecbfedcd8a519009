import type { Note } from "../../core/data/note";
import type { Detector } from "../../core/detect/detector";
import type { Samples } from "../../core/detect/samples";
import type { Recipe } from "../../core/prepare/recipe";
import { eventSamplesOf, type PreparedEvents } from "../../core/series/event-samples-of";
import { NO_ROW } from "../../core/series/series-samples";
import { seriesSamplesOf, type PreparedSeries } from "../../core/series/series-samples-of";
import type { EventsShape, SeriesShape } from "../../core/series/shape";
import { windowSamplesOf, type WindowSamples } from "../../core/series/window-samples";
import { pointScores } from "../../core/series/windows";
import type { Checkpoint } from "../yield-to-events";
import type { Table } from "../tables";

interface Shaped {
  readonly samples: Samples;
  readonly notes: readonly Note[];
}

/** The steps of series, as a detector of series gets them. */
export interface SeriesInput extends Shaped {
  readonly kind: "series";
  readonly series: PreparedSeries;
}

/** Windows of series, for a detector of rows. */
export interface WindowsInput extends Shaped {
  readonly kind: "windows";
  readonly series: PreparedSeries;
  readonly samples: WindowSamples;
}

export interface EventsInput extends Shaped {
  readonly kind: "events";
  readonly events: PreparedEvents;
}

/** What a detector is given of a table whose rows are not each for themselves. */
export type ShapedInput = SeriesInput | WindowsInput | EventsInput;

/** Prepared inputs kept at a time: a series, its two kinds of windows, and those of the recipe before. */
const KEPT = 6;

/** Series, windows and events by table and recipe: detectors that see the same share it. */
export function createShapedInputs() {
  const cache = new Map<string, unknown>();

  async function once<T>(key: string, make: () => Promise<T>): Promise<T> {
    // A key names one kind of thing only: what was stored under it is what `make` makes.
    const known = cache.get(key) as T | undefined;
    const made = known ?? (await make());
    cache.delete(key);
    cache.set(key, made);
    for (const oldest of cache.keys()) {
      if (cache.size <= KEPT) break;
      cache.delete(oldest);
    }
    return made;
  }

  function series(table: Table, recipe: Recipe, shape: SeriesShape, checkpoint: Checkpoint): Promise<PreparedSeries> {
    return once(keyOf(table, recipe, "series"), () => seriesSamplesOf(table.dataset, recipe, shape, checkpoint));
  }

  function events(table: Table, recipe: Recipe, shape: EventsShape): Promise<PreparedEvents> {
    return once(keyOf(table, recipe, "events"), async () => eventSamplesOf(table.dataset, shape));
  }

  async function windows(
    table: Table,
    recipe: Recipe,
    shape: SeriesShape,
    as: "statistics" | "values",
    checkpoint: Checkpoint,
  ): Promise<WindowsInput> {
    const prepared = await series(table, recipe, shape, checkpoint);
    const samples = await once(keyOf(table, recipe, as), () => windowSamplesOf(prepared.samples, as, checkpoint));
    const wider = samples.windows.stride > prepared.samples.stride;
    const notes = wider ? [{ code: "series.stride" as const, values: { steps: samples.windows.stride } }] : [];
    return { kind: "windows", series: prepared, samples, notes: [...prepared.notes, ...notes] };
  }

  return {
    series,
    events,
    windows,
    /** What `detector` is given of the table; it accepts the shape (see `refusalOf`). */
    async get(
      table: Table,
      recipe: Recipe,
      shape: SeriesShape | EventsShape,
      detector: Pick<Detector, "accepts" | "windows">,
      checkpoint: Checkpoint,
    ): Promise<ShapedInput> {
      if (shape.kind === "events") {
        const prepared = await events(table, recipe, shape);
        return { kind: "events", events: prepared, samples: prepared.samples, notes: prepared.notes };
      }
      if (!detector.accepts.includes("series"))
        return windows(table, recipe, shape, detector.windows ?? "statistics", checkpoint);
      const prepared = await series(table, recipe, shape, checkpoint);
      return { kind: "series", series: prepared, samples: prepared.samples, notes: prepared.notes };
    },
    forgetTable(id: string): void {
      for (const key of cache.keys()) if (key.startsWith(JSON.stringify([id]).slice(0, -1))) cache.delete(key);
    },
  };
}

function keyOf(table: Table, { columns, shape }: Recipe, what: string): string {
  // Nothing else of the recipe reaches a series.
  return JSON.stringify([table.id, what, shape, columns.map(({ role }) => role === "feature")]);
}

/** The step, or event, of a row of the table; -1 where it has none. */
export function stepOfRow(input: ShapedInput, row: number): number {
  const step = (input.kind === "events" ? input.events : input.series).stepOf[row] ?? NO_ROW;
  return step === NO_ROW ? -1 : step;
}

/** Scores of samples as scores of rows: NaN for rows that have none. Rows that share a step share its score. */
export function shapedScoresByRow(ofSamples: Float64Array, input: ShapedInput, rowCount: number): Float64Array {
  const ofSteps = stepScoresOf(ofSamples, input);
  return Float64Array.from({ length: rowCount }, (_, row) => ofSteps[stepOfRow(input, row)] ?? NaN);
}

function stepScoresOf(ofSamples: Float64Array, input: ShapedInput): Float64Array {
  switch (input.kind) {
    case "series":
      return ofSamples;
    case "windows":
      return pointScores(ofSamples, input.samples.windows, input.series.samples);
    case "events": {
      const { starts, level } = input.events.samples;
      if (level === "event") return ofSamples;
      const scores = ofSamples.slice();
      for (let sequence = 0; sequence + 1 < starts.length; sequence++) {
        const own = scores.subarray(starts[sequence], starts[sequence + 1]);
        own.fill(own.reduce((most, score) => Math.max(most, score), -Infinity));
      }
      return scores;
    }
    default:
      return input satisfies never;
  }
}
