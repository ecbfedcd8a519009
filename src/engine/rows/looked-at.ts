import { learnedRows } from "../../core/images/learned-rows";
import type { Samples } from "../../core/detect/samples";
import type { Checkpoint } from "../yield-to-events";
import type { Input, Inputs } from "../inputs";
import { nearestOrdinary } from "../explain/nearest-ordinary";
import { imagesShapeOf } from "../images/image-inputs";
import { sampleOf } from "./sample-of";
import { eventPoints, nearestOrdinaryStep, windowPoints } from "../series/map-points";
import { seriesShapeOf } from "../series/series-overview";
import type { StoredRun } from "../runs/stored-run";

interface MapPoints {
  readonly samples: Samples;
  sampleAt(row: number): number;
}

/** What a run's rows are on a map: rows of the matrix, windows of their series by their statistics, events. */
export async function mapPointsOf(
  run: StoredRun,
  input: Input,
  inputs: Inputs,
  checkpoint: Checkpoint,
): Promise<MapPoints> {
  switch (input.kind) {
    case "rows":
      return { samples: input.samples, sampleAt: (row) => sampleOf(input.samples, row) };
    case "series":
    case "windows": {
      const { recipe } = run.request;
      return windowPoints(
        await inputs.shaped.windows(run.table, recipe, seriesShapeOf(recipe), "statistics", checkpoint),
      );
    }
    case "events":
      return eventPoints(input.events);
    case "images":
    case "image-rows": {
      const shape = imagesShapeOf(run.request.recipe);
      return { samples: await inputs.images.pixelRows(run.table, shape, checkpoint), sampleAt: (row) => row };
    }
    default:
      return input satisfies never;
  }
}

/** The ordinary row (score below the threshold) that resembles `row` most; of a series, by the window around it. */
export async function nearestRow(
  run: StoredRun,
  input: Input,
  inputs: Inputs,
  row: number,
  threshold: number,
  checkpoint: Checkpoint,
): Promise<number | null> {
  const { scores } = run.result;
  switch (input.kind) {
    case "rows": {
      const { samples } = input;
      const target = sampleOf(samples, row);
      if (target < 0) return null;
      const sample = nearestOrdinary(samples, target, (one) => scores[samples.origin[one]!]! < threshold); // a row's score
      return sample === null ? null : samples.origin[sample]!;
    }
    case "series":
    case "windows": {
      const { recipe } = run.request;
      const windows = await inputs.shaped.windows(run.table, recipe, seriesShapeOf(recipe), "values", checkpoint);
      return nearestOrdinaryStep(windows, scores, row, threshold);
    }
    case "events":
      return null;
    case "images":
    case "image-rows": {
      const { table, request } = run;
      const shape = imagesShapeOf(request.recipe);
      const samples = await inputs.images.pixelRows(table, shape, checkpoint);
      const learned = learnedRows(table.dataset, shape.learnFrom);
      const among = learned && learned.some((one) => one !== row && scores[one]! < threshold) ? new Set(learned) : null;
      return nearestOrdinary(samples, row, (one) => scores[one]! < threshold && (!among || among.has(one))); // a row's score
    }
    default:
      return input satisfies never;
  }
}
