import { NO_ROW } from "../../core/series/series-samples";
import type { Recipe } from "../../core/prepare/recipe";
import { isOfImages, type Input } from "../inputs";
import type { MatrixPreview } from "../protocol";

const SHOWN = 20;

/** The first rows of what a detector sees: rows of the table, steps or windows of a series, events. */
export function previewOf(input: Input, recipe: Recipe): MatrixPreview {
  const { samples, notes } = input;
  const columns = featureColumnsOf(input, recipe);
  const count = Math.min(SHOWN, samples.count);
  const block = samples.block(0, count);
  return {
    features: samples.features.map((name, index) => ({ name, column: columns[index]! })),
    rows: Array.from({ length: count }, (_, row) => [
      ...block.subarray(row * samples.width, (row + 1) * samples.width),
    ]),
    origin: [...samples.origin.subarray(0, count)],
    rowCount: samples.count,
    dropped: droppedOf(input),
    notes,
  };
}

function featureColumnsOf(input: Input, { shape }: Recipe): ArrayLike<number> {
  switch (input.kind) {
    case "rows":
      return input.featureColumns;
    case "series":
      return input.series.channelColumns;
    case "windows":
      return Array.from(input.samples.channelOf, (channel) => input.series.channelColumns[channel]!);
    case "events":
      return [shape?.kind === "events" ? shape.symbol : 0];
    case "images":
    case "image-rows":
      // Of the image as a whole: no column of the table is a pixel.
      return input.samples.features.map(() => 0);
    default:
      return input satisfies never;
  }
}

function droppedOf(input: Input): number {
  if (input.kind === "rows") return input.dropped;
  if (isOfImages(input)) return 0;
  const { stepOf } = input.kind === "events" ? input.events : input.series;
  return stepOf.reduce((sum, step) => sum + Number(step === NO_ROW), 0);
}
