import { matrixSamples, type MatrixSamples } from "../../../core/detect/samples";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { sampleIndices, shuffle } from "../../../core/math/random";

/** Which rows a network learns from and which are held out to see when to stop. */
export interface RowSplit {
  readonly learn: Uint32Array;
  readonly heldOut: Uint32Array;
}

const MAX_HELD_OUT = 1000;
/** With fewer rows than this, holding some out costs more than it tells. */
const MIN_TO_HOLD_OUT_FROM = 50;

/** How many of `count` rows a share holds out. */
export function heldOutCount(count: number, share: number): number {
  return count < MIN_TO_HOLD_OUT_FROM ? 0 : Math.min(MAX_HELD_OUT, Math.floor(count * share));
}

/** A random split of `count` rows that holds `share` of them out (at most 1,000); no more than `most` are learned from. */
export function splitRows(count: number, share: number, most: number, random: () => number): RowSplit {
  const out = heldOutCount(count, share);
  const rows = shuffle<number, Uint32Array>(sampleIndices(count, Math.min(count, out + most), random), random);
  return { learn: rows.slice(out), heldOut: rows.slice(0, out) };
}

/**
 * Endless batches of `size` (fewer when there are fewer rows) row numbers: shuffled passes over `rows`, each without
 * the ragged rest. The array is reused by the next call.
 */
export function shuffledBatches(rows: Uint32Array, size: number, random: () => number): () => Uint32Array {
  const order = rows.slice();
  const batch = Math.min(size, order.length);
  let from = order.length;
  return () => {
    if (from + batch > order.length) {
      shuffle<number, Uint32Array>(order, random);
      from = 0;
    }
    from += batch;
    return order.subarray(from - batch, from);
  };
}

/** The samples of `rows`, one after the other, each number held within ±`clip`. */
export function gatherRows(samples: SamplesBase, rows: Uint32Array, clip: number): Float32Array {
  const out = new Float32Array(rows.length * samples.width);
  rows.forEach((row, i) => out.set(samples.block(row, row + 1), i * samples.width));
  return clipped(out, clip, out);
}

/** The samples numbered `rows`, in that order; read from the whole when they are asked for. */
export function subsetOf(samples: MatrixSamples, rows: Uint32Array): MatrixSamples {
  const { kind, shape, width, features } = samples;
  return {
    kind,
    count: rows.length,
    shape,
    width,
    features,
    origin: rows.map((row) => samples.origin[row] ?? row),
    block: (from, to) => gatherRows(samples, rows.subarray(from, to), Infinity),
  };
}

/** At most `most` rows drawn at random, as samples of their own; all of them, unmoved, when there are no more. */
export function someRows<X extends SamplesBase>(samples: X, most: number, random: () => number): X | MatrixSamples {
  if (samples.count <= most) return samples;
  const rows = sampleIndices(samples.count, most, random);
  return matrixSamples(
    gatherRows(samples, rows, Infinity),
    samples.features,
    rows.map((row) => samples.origin[row] ?? row),
  );
}

/** Writes `values` held within ±`clip` to the start of `out` and returns it. */
export function clipped(values: Float32Array, clip: number, out: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) out[i] = Math.min(clip, Math.max(-clip, values[i] ?? 0));
  return out;
}
