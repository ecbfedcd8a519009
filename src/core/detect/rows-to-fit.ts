import { sampleIndices } from "../math/random";
import { matrixSamples, type Samples } from "./samples";

/** The samples themselves, or `most` of them at random when there are more; of kind "matrix". */
export function rowsToFit(samples: Samples, most: number, random: () => number): Samples {
  return samples.count <= most ? samples : rowsAt(samples, sampleIndices(samples.count, most, random));
}

/** A copy of the rows with these numbers, in their order; of kind "matrix". */
export function rowsAt(samples: Samples, rows: Uint32Array): Samples {
  const { width, features } = samples;
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, at) => values.set(samples.block(row, row + 1), at * width));
  return matrixSamples(
    values,
    features,
    rows.map((row) => samples.origin[row]!), // the rows exist
  );
}
