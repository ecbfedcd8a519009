import { Failure } from "../core/data/failure";
import type { PreparePreference, Recipe } from "../core/prepare/recipe";
import type { Checkpoint } from "./breathe";
import type { Matrices } from "./matrices";
import type { MatrixPreview } from "./protocol";
import type { Table } from "./tables";

const SHOWN = 20;

/** The first rows of what a detector with this preference would see. */
export async function previewMatrix(
  table: Table,
  recipe: Recipe,
  preference: PreparePreference | undefined,
  matrices: Matrices,
  checkpoint: Checkpoint,
): Promise<MatrixPreview> {
  if (!preference) throw new Failure({ code: "unexpected", values: { detail: "unknown detector" } });
  const { samples, featureColumns, dropped, notes } = await matrices.get(table, recipe, preference, checkpoint);
  const count = Math.min(SHOWN, samples.count);
  const block = samples.block(0, count);
  return {
    features: samples.features.map((name, index) => ({ name, column: featureColumns[index]! })),
    rows: Array.from({ length: count }, (_, row) => [
      ...block.subarray(row * samples.width, (row + 1) * samples.width),
    ]),
    origin: [...samples.origin.subarray(0, count)],
    rowCount: samples.count,
    dropped,
    notes,
  };
}
