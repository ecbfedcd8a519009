import type { Seen } from "../engine-kind";
import type { MatrixPreview } from "../protocol";

const PREVIEW_ROWS = 20;

/** The first rows of what a detector sees: rows of the table, steps or windows of a series, events, images. */
export function previewOf({ samples, columns, dropped, notes }: Seen): MatrixPreview {
  const count = Math.min(PREVIEW_ROWS, samples.count);
  const block = samples.block(0, count);
  return {
    features: samples.features.map((name, index) => ({ name, column: columns[index]! })), // one column for each
    rows: Array.from({ length: count }, (_, row) => [
      ...block.subarray(row * samples.width, (row + 1) * samples.width),
    ]),
    origin: [...samples.origin.subarray(0, count)],
    rowCount: samples.count,
    dropped,
    notes,
  };
}
