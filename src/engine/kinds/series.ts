import type { SamplesBase } from "../../core/detect/samples-base";
import { pointScores } from "../../core/series/windows";
import type { CallTools } from "../calls/host";
import { explanationOfMembers } from "../explain/combine-explanations";
import { explainByMembers } from "../explain/explain-by-members";
import { preparing } from "../preparing";
import { evaluatedTruth } from "../series/evaluated-truth";
import { courseOf, expectationOf, expectationOfRun, type Expectation } from "../series/expected";
import { stepSpeechOf } from "../series/explain-series";
import { nearestOrdinaryStep, windowPoints } from "../series/map-points";
import { stretchPictures } from "../series/stretch-pictures";
import { stretchThings } from "../series/stretch-things";
import { createSeriesInputs, scoresByRow, type SeriesInput } from "../series/series-inputs";
import { NO_ROW } from "../../core/series/series-samples";
import { blocksOf } from "../../core/series/blocks-of";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import type { Recipe } from "../../core/prepare/recipe";
import type { Calibration } from "../protocol";
import type { FittedRun, StoredRun } from "../stored-run";
import { seriesBasisOf } from "../../core/series/series-basis";
import type { Models } from "../models";
import type { Table } from "../tables";
import type { Checkpoint } from "../yield-to-events";
import type { EngineKind } from "../engine-kind";
import { finiteScores } from "./finite-scores";
import { testedScores } from "./tested-scores";

/** What else is asked of series. */
export interface SeriesEngineKind extends EngineKind {
  /** Rejects with "illegal-parameter" where the rows are no series. */
  prepared(table: Table, recipe: Recipe, checkpoint: Checkpoint): Promise<PreparedSeries>;
  /** A run's series, and what it expected there. */
  expectedIn(
    run: StoredRun,
    tools: CallTools,
  ): Promise<{ readonly series: PreparedSeries; readonly expectation: Expectation }>;
}

/** Rows are steps of series: detectors of series see the steps, those of rows windows of them. */
export function createSeries(models: Models): SeriesEngineKind {
  const inputs = createSeriesInputs(models);
  const inputOf = (run: FittedRun, tools: CallTools) =>
    inputs.get(run.table, run.request.recipe, run.detector, preparing(tools));
  const preparedOf = ({ table, request }: StoredRun, checkpoint: Checkpoint) =>
    inputs.series(table, request.recipe, checkpoint);

  return {
    prepared: inputs.series,
    async expectedIn(run, tools) {
      const series = await preparedOf(run, preparing(tools));
      return { series, expectation: await expectationOf(run, (member) => inputOf(member, tools), series, tools) };
    },
    async prepare(table, { recipe }, detector, checkpoint) {
      const input = await inputs.get(table, recipe, detector, checkpoint);
      const { rowCount } = table.dataset;
      const byRow = (ofSteps: Float64Array, calibration: Calibration | null) => ({
        scores: scoresByRow(ofSteps, input.series, rowCount),
        maps: null,
        calibration,
      });
      if (input.sees === "steps") {
        const { series, learned, detector: own, notes } = input;
        const { samples } = series;
        return {
          features: samples.features,
          notes,
          fit: (params, context) => own.fit(learned.samples, params, context),
          async score(model, context) {
            const { scores, calibration } = await testedScores(own, model, samples, context);
            return byRow(finiteScores(scores, samples.origin, rowCount), calibration);
          },
        };
      }
      const { series, samples, learned, detector: own, notes } = input;
      return {
        features: samples.features,
        notes,
        fit: (params, context) => own.fit(learned, params, context),
        async score(model, context) {
          const ofWindows = finiteScores(await own.score(model, samples, context), samples.origin, rowCount);
          return byRow(pointScores(ofWindows, samples.windows, series.samples), null);
        },
      };
    },
    async seen(table, recipe, detector, checkpoint) {
      const input = await inputs.get(table, recipe, detector, checkpoint);
      const { series, notes } = input;
      const dropped = series.stepOf.reduce((sum, step) => sum + Number(step === NO_ROW), 0);
      return { ...seenOf(input), dropped, notes };
    },
    explain(run, rows, tools) {
      const course = courseOf(run);
      const courseFor = async () => {
        if (!course) return null;
        const input = await inputOf(course, tools);
        return (await expectationOfRun(course, input, input.series, tools)).values;
      };
      const statementsOf = stepSpeechOf((member) => inputOf(member, tools), courseFor);
      return explainByMembers(run, rows, { statementsOf, explanationOf: explanationOfMembers }, tools);
    },
    async things(run, standing, checkpoint) {
      return stretchThings(run, await preparedOf(run, checkpoint), standing);
    },
    async pictures(run, things, explanations, tools) {
      return stretchPictures(things, explanations, await preparedOf(run, preparing(tools)));
    },
    // A step is what it is among its neighbours: it has no columns that could be as usual by themselves.
    scoreAsUsual: async () => null,
    async basis(run, checkpoint) {
      const input = await inputs.get(run.table, run.request.recipe, run.detector, checkpoint);
      const learned = await inputs.learned(run.table, run.request.recipe, checkpoint);
      const units = input.sees === "windows" ? input.learned.units : null;
      return { recipes: [], series: seriesBasisOf(learned), units };
    },
    async mapPoints({ table, request }, checkpoint) {
      return windowPoints(await inputs.windows(table, request.recipe, "statistics", checkpoint));
    },
    async nearestOrdinary({ table, request, result }, row, threshold, checkpoint) {
      const windows = await inputs.windows(table, request.recipe, "values", checkpoint);
      return nearestOrdinaryStep(windows, result.scores, row, threshold);
    },
    async units(run, checkpoint) {
      return { name: "block", ofRows: blocksOf(await preparedOf(run, checkpoint)) };
    },
    async truth(run, by, checkpoint) {
      return evaluatedTruth(run, by, await preparedOf(run, checkpoint));
    },
    forgetTable: (id) => inputs.forgetTable(id),
  };
}

function seenOf(input: SeriesInput): { readonly samples: SamplesBase; readonly columns: ArrayLike<number> } {
  const { channelColumns } = input.series;
  if (input.sees === "steps") return { samples: input.series.samples, columns: channelColumns };
  const { samples } = input;
  return { samples, columns: Array.from(samples.channelOf, (channel) => channelColumns[channel]!) }; // one per channel
}
