import type { Cell } from "../../core/data/column";
import type { Attribution } from "../../core/explain/attribution";
import { combineAttributions, type MemberAttribution } from "../../core/explain/combine-attributions";
import { explainRow, methodOf } from "../../core/explain/explain-row";
import type { RowExplanation } from "../../core/explain/explanation";
import { originalValueOf } from "../../core/prepare/original-value";
import { explanationWeights, memberScore } from "../../core/score/consensus";
import { attributionsOf } from "./attributions";
import type { CallTools } from "../calls/host";
import { combinedExplanation, explainShaped } from "./explain-shaped";
import { isOfImages, type InputOf } from "../inputs";
import type { Matrix } from "../matrices";
import { explainImages } from "../images/explain-images";
import type { CombinedRun, FittedRun, StoredRun } from "../runs/stored-run";

/** Why each of `rows` has its score, in the order asked; a row without a score has no contributions. */
export function explainRows(
  run: StoredRun,
  inputOf: InputOf,
  rows: Uint32Array,
  tools: CallTools,
): Promise<RowExplanation[]> {
  return run.kind === "fitted" ? explainFitted(run, inputOf, rows, tools) : explainCombined(run, inputOf, rows, tools);
}

async function explainFitted(
  run: FittedRun,
  inputOf: InputOf,
  rows: Uint32Array,
  tools: CallTools,
): Promise<RowExplanation[]> {
  const matrix = await inputOf(run);
  if (isOfImages(matrix)) return explainImages(run, inputOf, rows, tools);
  if (matrix.kind !== "rows") return explainShaped(run, matrix, rows, tools);
  const attributions = await attributionsOf(run, matrix, rows, tools);
  const { dataset, profiles } = run.table;
  const featureColumns = [...matrix.featureColumns];
  return Array.from(rows, (row) => {
    const attribution = attributions.get(row);
    if (!attribution) return unexplained(row);
    const expected = expectedOf(attribution, matrix, dataset.columns.length);
    return explainRow({
      attribution,
      featureColumns,
      columns: dataset.columns,
      profiles,
      row,
      method: methodOf(attribution, run.detector.explain !== undefined),
      ...(expected ? { expected } : {}),
    });
  });
}

/** What the members say, each as loudly as its part in the row's score. */
async function explainCombined(
  run: CombinedRun,
  inputOf: InputOf,
  rows: Uint32Array,
  tools: CallTools,
): Promise<RowExplanation[]> {
  if (run.request.recipe.shape?.kind === "images") return explainImages(run, inputOf, rows, tools);
  const { columns } = run.table.dataset;
  const memberScoreOf = run.members.map(({ result }) => memberScore(result.sorted, run.rule));
  const memberScores = Array.from(rows, (row) => {
    const own = run.members.map(({ result }, at) => memberScoreOf[at]!(result.scores[row]!)); // one for each member
    return explanationWeights(own, run.weights, run.rule);
  });
  const channelAttributions = Array.from(rows, (): MemberAttribution[] => []);
  const said = Array.from(rows, (): { explanation: RowExplanation; memberScoreHere: number }[] => []);
  for (const [at, member] of run.members.entries()) {
    const matrix = await inputOf(member);
    const heard = rows.filter((row, index) => !Number.isNaN(run.result.scores[row]!) && memberScores[index]![at]! > 0);
    // Images were explained above, all members together.
    if (isOfImages(matrix)) continue;
    if (matrix.kind !== "rows") {
      const explanations = await explainShaped(member, matrix, heard, tools);
      const byRow = new Map(explanations.map((explanation) => [explanation.row, explanation]));
      rows.forEach((row, index) => {
        const explanation = byRow.get(row);
        if (explanation) said[index]!.push({ explanation, memberScoreHere: memberScores[index]![at]! });
      });
      continue;
    }
    const featureColumns = [...matrix.featureColumns];
    const attributions = await attributionsOf(member, matrix, heard, tools);
    rows.forEach((row, index) => {
      const attribution = attributions.get(row);
      if (attribution)
        channelAttributions[index]!.push({ attribution, featureColumns, memberScoreHere: memberScores[index]![at]! });
    });
  }
  return Array.from(rows, (row, index) => {
    if (said[index]!.length > 0) return combinedExplanation(row, said[index]!);
    if (channelAttributions[index]!.length === 0) return unexplained(row);
    return explainRow({
      attribution: combineAttributions(channelAttributions[index]!, columns.length),
      featureColumns: columns.map((_, column) => column),
      columns,
      profiles: run.table.profiles,
      row,
      method: { code: "method.combined" },
    });
  });
}

function unexplained(row: number): RowExplanation {
  return { row, contributions: [], method: { code: "method.replaced" } };
}

/** By column and in its units, where one feature alone stands for the column's value. */
function expectedOf({ expected }: Attribution, { fitted, featureColumns }: Matrix, columns: number): Cell[] | null {
  if (!expected) return null;
  const cells: Cell[] = Array.from({ length: columns }, () => null);
  fitted.features.forEach((feature, index) => {
    if (feature.source.kind === "value") cells[featureColumns[index]!] = originalValueOf(feature, expected[index]!);
  });
  return cells;
}
