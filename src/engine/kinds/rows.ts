import { nearestOrdinary } from "../explain/nearest-ordinary";
import { explainByMembers } from "../explain/explain-by-members";
import { columnSpeech } from "../explain/explain-matrix";
import { scoreWithoutNamed } from "../../core/explain/fidelity";
import { matrixSamples } from "../../core/detect/samples";
import { createMatrices } from "../matrices";
import { requireAccepts } from "../require-accepts";
import { referenceOf, rescoringContext } from "../rescore";
import { sampleOf } from "../sample-of";
import type { CallTools } from "../calls/host";
import type { FittedRun, StoredRun } from "../stored-run";
import { firstMember } from "../stored-run";
import { normalRows } from "../truth/labelled";
import { truthByLabel } from "../truth/truth";
import { preparing } from "../preparing";
import type { Checkpoint } from "../yield-to-events";
import type { EngineKind } from "../engine-kind";

/** Rows of a table, each for itself: detectors of rows see their matrix. */
export function createRows(): EngineKind {
  const matrices = createMatrices();
  const matrixOf = ({ table, request, detector }: FittedRun, checkpoint: Checkpoint) =>
    matrices.get(table, request.recipe, detector.prefers, checkpoint);
  const firstMatrixOf = (run: StoredRun, checkpoint: Checkpoint) => matrixOf(firstMember(run), checkpoint);

  return {
    async prepare(table, recipe, detector, checkpoint) {
      const ofRows = requireAccepts(detector, "matrix");
      const { samples, notes } = await matrices.get(table, recipe, detector.prefers, checkpoint);
      return {
        features: samples.features,
        notes,
        fit(params, context) {
          // Rows that are labelled normal are told apart: a person may want no others learned.
          const normal = normalRows(table.dataset, recipe, samples.origin);
          return ofRows.fit(normal ? { ...samples, normal } : samples, params, context);
        },
        async score(model, context) {
          const ofSamples = await ofRows.score(model, samples, context);
          const scores = new Float64Array(table.dataset.rowCount).fill(NaN);
          samples.origin.forEach((row, at) => (scores[row] = ofSamples[at]!)); // one score per sample
          return { scores, maps: null };
        },
      };
    },
    async seen(table, recipe, detector, checkpoint) {
      const { samples, featureColumns, dropped, notes } = await matrices.get(
        table,
        recipe,
        detector.prefers,
        checkpoint,
      );
      return { samples, columns: featureColumns, dropped, notes };
    },
    explain(run, rows, tools) {
      const speech = columnSpeech((member) => matrixOf(member, preparing(tools)));
      return explainByMembers(run, rows, speech, tools);
    },
    async scoreAsUsual(run, row, named, tools: CallTools) {
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
    async mapPoints(run, checkpoint) {
      const { samples } = await firstMatrixOf(run, checkpoint);
      return { samples, sampleAt: (row) => sampleOf(samples, row) };
    },
    async nearestOrdinary(run, row, threshold, checkpoint) {
      const { samples } = await firstMatrixOf(run, checkpoint);
      const { scores } = run.result;
      const target = sampleOf(samples, row);
      if (target < 0) return null;
      const sample = nearestOrdinary(samples, target, (one) => scores[samples.origin[one]!]! < threshold); // a row's score
      return sample === null ? null : samples.origin[sample]!;
    },
    truth: async (run) => truthByLabel(run, run.result.order.slice().sort()),
    forgetTable: (id) => matrices.forgetTable(id),
  };
}
