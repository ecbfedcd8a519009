import type { Part } from "../../core/detect/part";
import type { Range } from "../../core/detect/ranges";
import { matrixSamples } from "../../core/detect/samples";
import { distancesIn, type KnnModel } from "./knn";

interface Rows {
  readonly model: KnnModel;
  /** One row after the other. */
  readonly values: Float32Array;
  readonly features: readonly string[];
}

/** How far the neighbours of a range of rows are. */
export const distancesOfRows: Part<Rows, Range, Float64Array> = {
  id: "distances-of-rows",
  run({ model, values, features }, { from, to }, checkpoint) {
    const { length: width } = features;
    return distancesIn(model, matrixSamples(values.subarray(from * width, to * width), features), { checkpoint });
  },
};
