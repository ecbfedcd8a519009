import { sampleIndices } from "../math/random";
import { matrixSamples, type MatrixSamples } from "./samples";
import type { SamplesBase } from "./samples-base";

/** The samples themselves, or `most` of them at random when there are more. */
export function rowsToFit<X extends SamplesBase>(samples: X, most: number, random: () => number): X | MatrixSamples {
  return samples.count <= most ? samples : rowsAt(samples, sampleIndices(samples.count, most, random));
}

/** A copy of the rows with these numbers, in their order, as a matrix. */
export function rowsAt(samples: SamplesBase, rows: Uint32Array): MatrixSamples {
  const { width, features } = samples;
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, at) => values.set(samples.block(row, row + 1), at * width));
  return matrixSamples(
    values,
    features,
    rows.map((row) => samples.origin[row]!), // the rows exist
  );
}
