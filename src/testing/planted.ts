import { matrixSamples, type MatrixSamples } from "../core/detect/samples";
import { normalDeviates, seededRandom } from "../core/math/random";

export interface Planted {
  readonly samples: MatrixSamples;
  /** 1 for a stranger, by row. */
  readonly labels: Uint8Array;
  /** Row and the one feature in which it is strange. */
  readonly strangers: readonly { readonly row: number; readonly feature: number }[];
}

/**
 * Standard normal rows in which every twentieth row, up to `strangers` of them, has one feature far out,
 * above or below in turn, each in another feature.
 */
export function plantedMatrix({ rows = 400, features = 5, strangers = 8, seed = 7, distance = 12 } = {}): Planted {
  const normal = normalDeviates(seededRandom(seed));
  const values = Float32Array.from({ length: rows * features }, normal);
  const planted = Array.from({ length: strangers }, (_, i) => ({ row: 20 * i + 11, feature: i % features }));
  const labels = new Uint8Array(rows);
  planted.forEach(({ row, feature }, i) => {
    values[row * features + feature] = i % 2 ? -distance : distance;
    labels[row] = 1;
  });
  return { samples: matrixSamples(values, featureNames(features)), labels, strangers: planted };
}

/** Rows without any stranger: standard normal in every feature. */
export function noiseMatrix(rows: number, features: number, seed = 3): MatrixSamples {
  return matrixSamples(
    Float32Array.from({ length: rows * features }, normalDeviates(seededRandom(seed))),
    featureNames(features),
  );
}

/** A matrix from rows written out. */
export function matrixOf(rows: readonly (readonly number[])[]): MatrixSamples {
  return matrixSamples(Float32Array.from(rows.flat()), featureNames(rows[0]?.length ?? 0));
}

function featureNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `f${i}`);
}
