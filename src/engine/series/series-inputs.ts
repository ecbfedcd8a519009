import type { Note } from "../../core/data/note";
import { someRows } from "../../core/data/some-rows";
import type { Detector, MatrixDetector, SeriesDetector } from "../../core/detect/detector";
import { requireKind } from "../../core/kinds/kinds";
import { rowsLearned } from "../../core/learn/rows-learned";
import type { Recipe } from "../../core/prepare/recipe";
import { NO_ROW } from "../../core/series/series-samples";
import { seriesBasisOf } from "../../core/series/series-basis";
import { seriesSamplesOf, type PreparedSeries } from "../../core/series/series-samples-of";
import { windowSamplesOf, type WindowSamples } from "../../core/series/window-samples";
import { learnedNotes } from "../learned-notes";
import { createKept, tableKey, tableStart } from "../kept";
import { requireAccepts } from "../require-accepts";
import { modelFor, type Models, seriesIn } from "../models";
import type { Table } from "../tables";
import type { Checkpoint } from "../yield-to-events";

/** The steps of series, as a detector of series gets them. */
export interface StepsInput {
  readonly sees: "steps";
  readonly detector: SeriesDetector;
  readonly series: PreparedSeries;
  /** Those that the detector learns from: the same, or some of their rows. */
  readonly learned: PreparedSeries;
  readonly notes: readonly Note[];
}

/** Windows of series, for a detector of rows. */
export interface WindowsInput extends Windowed {
  readonly sees: "windows";
  readonly detector: MatrixDetector;
}

/** The windows of a series. */
export interface Windowed {
  readonly series: PreparedSeries;
  readonly samples: WindowSamples;
  /** Those that a detector learns from. */
  readonly learned: WindowSamples;
  readonly notes: readonly Note[];
}

export type SeriesInput = StepsInput | WindowsInput;

/** Prepared inputs kept at a time: series, and two kinds of windows of each; and what was learned from of both. */
const MAX_KEPT_SERIES = 4;
const MAX_KEPT_WINDOWS = 6;

/** Series and their windows by table and recipe: detectors that see the same share them. */
export function createSeriesInputs(models: Models) {
  const prepared = createKept<PreparedSeries>(MAX_KEPT_SERIES);
  const windowed = createKept<WindowSamples>(MAX_KEPT_WINDOWS);

  /** Rejects with "illegal-parameter" where the rows are no series. */
  async function series(table: Table, recipe: Recipe, checkpoint: Checkpoint): Promise<PreparedSeries> {
    const rowKind = requireKind(recipe.rowKind, "series");
    const learned = await learnedSeries(table, recipe, checkpoint);
    const model = await modelFor(models, recipe);
    const basis = model ? seriesIn(model.basis, recipe.learn) : learned && seriesBasisOf(learned);
    return prepared.get(
      keyOf(table, recipe),
      () => seriesSamplesOf(table.dataset, recipe, rowKind, checkpoint, basis),
      checkpoint,
    );
  }

  /** The series of the rows that are learned from; null: of all. */
  async function learnedSeries(table: Table, recipe: Recipe, checkpoint: Checkpoint): Promise<PreparedSeries | null> {
    const rows = rowsLearned(table.dataset, recipe);
    const rowKind = requireKind(recipe.rowKind, "series");
    if (!rows) return null;
    const make = () => seriesSamplesOf(someRows(table.dataset, rows), recipe, rowKind, checkpoint);
    return prepared.get(keyOf(table, recipe, "learned"), make, checkpoint);
  }

  async function windows(
    table: Table,
    recipe: Recipe,
    as: "statistics" | "values",
    checkpoint: Checkpoint,
  ): Promise<Windowed> {
    const own = await series(table, recipe, checkpoint);
    const of = await learnedSeries(table, recipe, checkpoint);
    const learned =
      of &&
      (await windowed.get(
        keyOf(table, recipe, `learned ${as}`),
        () => windowSamplesOf(of.samples, as, checkpoint),
        checkpoint,
      ));
    const key = keyOf(table, recipe, as);
    const model = await modelFor(models, recipe);
    const make = () => windowSamplesOf(own.samples, as, checkpoint, model ? model.basis.units : learned?.units);
    const samples = await windowed.get(key, make, checkpoint);
    const isWider = samples.windows.stride > own.samples.stride;
    const wider: readonly Note[] = isWider
      ? [{ code: "series.stride", values: { steps: samples.windows.stride } }]
      : [];
    const told = of ? learnedNotes(of.samples, own.samples) : [];
    return { series: own, samples, learned: learned ?? samples, notes: [...own.notes, ...wider, ...told] };
  }

  return {
    series,
    /** Those that detectors learn from. */
    learned: async (table: Table, recipe: Recipe, checkpoint: Checkpoint): Promise<PreparedSeries> =>
      (await learnedSeries(table, recipe, checkpoint)) ?? series(table, recipe, checkpoint),
    windows,
    async get(table: Table, recipe: Recipe, detector: Detector, checkpoint: Checkpoint): Promise<SeriesInput> {
      if (detector.accepts === "series") {
        const own = await series(table, recipe, checkpoint);
        const learned = (await learnedSeries(table, recipe, checkpoint)) ?? own;
        const notes = [...own.notes, ...learnedNotes(learned.samples, own.samples)];
        return { sees: "steps", detector, series: own, learned, notes };
      }
      const ofRows = requireAccepts(detector, "matrix");
      const own = await windows(table, recipe, ofRows.windows ?? "statistics", checkpoint);
      return { sees: "windows", detector: ofRows, ...own };
    },
    forgetTable(id: string): void {
      prepared.forget(tableStart(id));
      windowed.forget(tableStart(id));
    },
  };
}

function keyOf(table: Table, { columns, rowKind, learn, ignored }: Recipe, as = "steps"): string {
  // Nothing else of the recipe reaches a series.
  return tableKey(
    table.id,
    as,
    rowKind,
    columns.map(({ role }) => role === "feature"),
    learn && [learn, columns.findIndex(({ role }) => role === "label")],
    ignored,
  );
}

/** The step of a row of the table; -1 where it has none. */
export function stepOfRow({ stepOf }: Pick<PreparedSeries, "stepOf">, row: number): number {
  const step = stepOf[row] ?? NO_ROW;
  return step === NO_ROW ? -1 : step;
}

/** Scores of steps as scores of rows: NaN for rows that have none. Rows that share a step share its score. */
export function scoresByRow(
  ofSteps: Float64Array,
  prepared: Pick<PreparedSeries, "stepOf">,
  rowCount: number,
): Float64Array {
  return Float64Array.from({ length: rowCount }, (_, row) => ofSteps[stepOfRow(prepared, row)] ?? NaN);
}
