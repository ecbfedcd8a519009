import type { Context } from "../../../core/detect/context";
import { matrixSamples } from "../../../core/detect/samples";
import type { SamplesBase } from "../../../core/detect/samples-base";
import type { Attribution } from "../../../core/explain/attribution";
import { partsOf, strangenessOf, type NetworkScorer } from "../rebuilding/network-scorer";
import type { Tf } from "../backend/tf";

/** More columns than these are not covered one by one: the worst rebuilt ones are. */
const MAX_COLUMNS_COVERED = 64;
/** Numbers that are tried at once. */
const NUMBERS_AT_ONCE = 1_000_000;

/** Each column's part in the error of rebuilding, and what would have counted as usual there, in the samples' units. */
export async function rebuildingParts(
  tf: Tf,
  rebuilding: NetworkScorer,
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
): Promise<readonly { readonly values: Float32Array; readonly expected: Float32Array }[]> {
  const { parts, expected } = await partsOf(tf, rebuilding, samples, context);
  return Array.from({ length: samples.count }, (_, row) => {
    const [from, to] = [row * samples.width, (row + 1) * samples.width];
    return { values: Float32Array.from(parts.subarray(from, to)), expected: expected.slice(from, to) };
  });
}

/**
 * Attributions that add up to the score. The discriminator's part belongs to no column by itself, so it is told by
 * occlusion: every column in turn takes its expected value, and the columns share the part as it then falls. Where it
 * falls with none of them it goes where the rebuilding fails.
 */
export async function withDiscriminator(
  tf: Tf,
  seeing: NetworkScorer,
  weight: number,
  samples: SamplesBase,
  parts: Awaited<ReturnType<typeof rebuildingParts>>,
  context: Pick<Context, "checkpoint">,
): Promise<readonly Attribution[]> {
  const { width, features, count } = samples;
  const tried = 1 + Math.min(width, MAX_COLUMNS_COVERED);
  const rowsAtOnce = Math.max(1, Math.floor(NUMBERS_AT_ONCE / (tried * width)));
  const attributions: Attribution[] = [];
  for (let from = 0; weight > 0 && from < count; from += rowsAtOnce) {
    const some = parts.slice(from, from + rowsAtOnce);
    const columns = some.map(({ values }) => worstColumns(values, tried - 1));
    const rows = new Float32Array(some.length * tried * width);
    for (const [i, { expected }] of some.entries())
      for (let turn = 0; turn < tried; turn++) {
        const at = (i * tried + turn) * width;
        rows.set(samples.block(from + i, from + i + 1), at);
        const column = columns[i]?.[turn - 1];
        if (column !== undefined) rows[at + column] = expected[column] ?? 0;
      }
    const seen = await strangenessOf(tf, seeing, matrixSamples(rows, features), context);
    for (const [i, { values, expected }] of some.entries()) {
      const [whole = 0, ...covered] = seen.subarray(i * tried, (i + 1) * tried);
      const falls = new Float32Array(width);
      for (const [turn, column] of (columns[i] ?? []).entries())
        falls[column] = Math.max(0, whole - (covered[turn] ?? whole));
      attributions.push({ over: "features", values: plus(values, falls, weight * whole), expected, additive: true });
    }
  }
  return weight > 0 ? attributions : parts.map((part) => ({ over: "features", ...part, additive: true }));
}

/** `values` and `amount`, shared as `falls` are, or else as the values themselves; evenly where these are nothing, too. */
function plus(values: Float32Array, falls: Float32Array, amount: number): Float32Array {
  const by = [falls, values].find((some) => sumOf(some) > 0) ?? values.map(() => 1);
  const whole = sumOf(by);
  return values.map((value, j) => value + (amount * (by[j] ?? 0)) / whole);
}

function sumOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function worstColumns(parts: Float32Array, most: number): readonly number[] {
  return [...parts.keys()].sort((a, b) => (parts[b] ?? 0) - (parts[a] ?? 0)).slice(0, most);
}
