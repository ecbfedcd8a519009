import { nearestOrdinary } from "../explain/nearest-ordinary";
import { sameGroup } from "../explain/usual-in-group";
import { explainByMembers } from "../explain/explain-by-members";
import { columnSpeech } from "../explain/explain-matrix";
import { scoreWithoutNamed } from "../../core/explain/fidelity";
import { someOf, type ColumnSamples } from "../../core/detect/column-samples";
import type { ColumnDetector } from "../../core/detect/detector";
import { runsApart } from "../../core/kinds/runs-apart";
import { matrixSamples } from "../../core/detect/samples";
import { sampleIndices } from "../../core/math/random";
import { columnSamplesOf, type PreparedColumns } from "../../core/prepare/column-samples-of";
import { ignoredNotes, ignoredRows } from "../../core/prepare/ignored-periods";
import type { Recipe } from "../../core/prepare/recipe";
import { createKept, tableKey, tableStart } from "../kept";
import { createMatrices } from "../matrices";
import { requireAccepts } from "../require-accepts";
import { referenceOf, rescoringContext } from "../rescore";
import { sampleOf } from "../sample-of";
import type { CallTools } from "../calls/host";
import type { FittedRun, StoredRun } from "../stored-run";
import { firstMember } from "../stored-run";
import { normalRows } from "../truth/labelled";
import { preferenceKey } from "../../core/models/kept-model";
import type { Models } from "../models";
import type { Table } from "../tables";
import { saidOf, sayingOf, taughtBy } from "../truth/taught";
import { truthOfRows } from "../truth/truth";
import { preparing } from "../preparing";
import { learnedNotes } from "../learned-notes";
import { rowsToJudge } from "../truth/rows-to-judge";
import type { Checkpoint } from "../yield-to-events";
import type { Apart, EngineKind, SampledWork, Work } from "../engine-kind";
import { classesOfRows, spreadClasses } from "./classes-of-rows";
import { rowThings } from "./row-things";
import { testedScores } from "./tested-scores";

/** Fewer are scored in the time that a person takes to look. */
const MIN_ROWS_OF_FIRST_LOOK = 50_000;
/** They are views of the table. */
const MAX_KEPT_COLUMNS = 2;

/** Rows of a table, each for itself: detectors of rows see their matrix. */
export function createRows(models: Models): EngineKind {
  const matrices = createMatrices(models);
  const matrixOf = ({ table, request, detector }: FittedRun, checkpoint: Checkpoint) =>
    matrices.get(table, request.recipe, detector.prefers, checkpoint);
  const columns = createKept<PreparedColumns>(MAX_KEPT_COLUMNS);
  const columnsOf = ({ id, dataset }: Table, recipe: Recipe) =>
    columns.get(tableKey(id, recipe.columns, recipe.ignored), async () => columnSamplesOf(dataset, recipe));
  const firstMatrixOf = (run: StoredRun, checkpoint: Checkpoint) => matrixOf(firstMember(run), checkpoint);

  return {
    async prepare(table, { recipe, strange, taught }, detector, checkpoint) {
      if (detector.accepts === "columns") {
        const notes = ignoredNotes(ignoredRows(table.dataset, recipe));
        return { ...workOnColumns(detector, (await columnsOf(table, recipe)).samples, table), notes };
      }
      const ofRows = requireAccepts(detector, "matrix");
      const { samples, learned, notes } = await matrices.get(table, recipe, detector.prefers, checkpoint);
      const known = { ...samples, rowCount: table.dataset.rowCount, isModel: recipe.learn?.kind === "model" };
      const toLearn = () => {
        if (ofRows.taught)
          return { ...learned, known: saidOf(learned.origin, sayingOf(table, recipe, taughtBy(taught))) };
        // Rows that are labelled normal are told apart: a person may want no others learned.
        const normal = normalRows(table.dataset, recipe, learned.origin, strange ?? null);
        return normal ? { ...learned, normal } : learned;
      };
      const apart: Apart = {
        learned: toLearn,
        samples,
        scored: (scores, answers) => ({
          scores: byRow(scores, samples.origin, table),
          maps: null,
          calibration: null,
          ...spreadClasses(answers, samples, known),
        }),
      };
      return {
        features: samples.features,
        notes: [...notes, ...learnedNotes(learned, samples)],
        fit: (params, context) => ofRows.fit(toLearn(), params, context),
        async score(model, context) {
          const { scores, calibration } = await testedScores(ofRows, model, samples, context);
          const told = await classesOfRows(ofRows, model, samples, known, context);
          return { scores: byRow(scores, samples.origin, table), maps: null, calibration, ...told };
        },
        // What knows its own error judges all samples together.
        ...(runsApart(ofRows, recipe.rowKind) && !ofRows.test && { apart }),
      };
    },
    async seen(table, recipe, detector, checkpoint) {
      if (detector.accepts === "columns") {
        const { samples, featureColumns } = await columnsOf(table, recipe);
        return { samples, columns: featureColumns, dropped: table.dataset.rowCount - samples.count, notes: [] };
      }
      const { samples, featureColumns, dropped, notes } = await matrices.get(
        table,
        recipe,
        detector.prefers,
        checkpoint,
      );
      return { samples, columns: featureColumns, dropped, notes };
    },
    explain(run, rows, tools) {
      const speech = columnSpeech(
        (member) => matrixOf(member, preparing(tools)),
        async ({ table, request, detector }) =>
          detector.accepts === "columns" ? { detector, prepared: await columnsOf(table, request.recipe) } : null,
      );
      return explainByMembers(run, rows, speech, tools);
    },
    things: async (run, standing) => rowThings(run, standing),
    // Its cells are all that there is of a row.
    pictures: async () => [],
    async scoreAsUsual(run, row, named, tools: CallTools) {
      // A column that is looked at in its units has no usual value that leaves the others as they are.
      if (run.detector.accepts === "columns") return null;
      const matrix = await matrixOf(run, preparing(tools));
      const { samples } = matrix;
      const sample = sampleOf(samples, row);
      if (sample < 0) return null;
      const detector = requireAccepts(run.detector, "matrix");
      const context = rescoringContext(run, tools);
      return scoreWithoutNamed({
        score: (some) => detector.score(run.model, some, context),
        sample: matrixSamples(samples.block(sample, sample + 1).slice(), samples.features),
        featureColumns: [...matrix.featureColumns],
        named,
        reference: referenceOf(run, matrix),
      });
    },
    async basis(run, checkpoint) {
      const { fitted } = await matrixOf(run, checkpoint);
      return { recipes: [{ preference: preferenceKey(run.detector.prefers), fitted }], series: null, units: null };
    },
    async mapPoints(run, checkpoint) {
      const { samples } = await firstMatrixOf(run, checkpoint);
      return { samples, sampleAt: (row) => sampleOf(samples, row) };
    },
    async nearestOrdinary(run, row, threshold, checkpoint) {
      const { samples } = await firstMatrixOf(run, checkpoint);
      const { scores } = run.result;
      const target = sampleOf(samples, row);
      if (target < 0) return null;
      const isSame = sameGroup(run, row);
      const isOrdinary = (one: number) => scores[samples.origin[one]!]! < threshold && isSame(samples.origin[one]!); // a row's score
      const sample = nearestOrdinary(samples, target, isOrdinary);
      return sample === null ? null : samples.origin[sample]!;
    },
    units: async () => null,
    truth: async (run, by) => truthOfRows(run, rowsToJudge(run, by.strange), by),
    forgetTable(id) {
      matrices.forgetTable(id);
      columns.forget(tableStart(id));
    },
  };
}

/** A detector that looks at columns as they were read; where it knows its own error, also at some rows of them. */
function workOnColumns(detector: ColumnDetector, samples: ColumnSamples, table: Table): Work {
  const work: Work = {
    features: samples.features,
    notes: [],
    fit: (params, context) => detector.fit(samples, params, context),
    async score(model, context) {
      const { scores, calibration } = await testedScores(detector, model, samples, context);
      return { scores: byRow(scores, samples.origin, table), maps: null, calibration };
    },
  };
  if (!detector.test) return work;
  const sample = (rows: number, random: () => number): SampledWork => ({
    ...workOnColumns(detector, someOf(samples, sampleIndices(samples.count, rows, random)), table),
    sampled: { rows: Math.min(rows, samples.count), of: samples.count },
  });
  return samples.count >= MIN_ROWS_OF_FIRST_LOOK ? { ...work, sample } : work;
}

/** The scores of samples as scores of rows: NaN for those that the recipe left out. */
function byRow(ofSamples: Float64Array, origin: Uint32Array, { dataset }: Table): Float64Array {
  const scores = new Float64Array(dataset.rowCount).fill(NaN);
  origin.forEach((row, at) => (scores[row] = ofSamples[at]!)); // one score per sample
  return scores;
}
