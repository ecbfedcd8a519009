import { selectQuantiles } from "../../math/quantile-select";

/** What the largest numbers of blocks say: by how much they are more, and how much more they vary, than chance makes them. */
export interface BlockGuard {
  readonly above: number;
  readonly wider: number;
}

/** With fewer blocks their largest say nothing. */
const MIN_BLOCKS = 8;
/** What is strange is in few blocks: the others tell. */
const QUANTILES = [0.25, 0.7] as const;
/** Of the largest of many numbers, in units of how they fall off (Gumbel 1958). */
const gumbel = (share: number) => -Math.log(-Math.log(share));

/**
 * Compares the largest evidence (-log10 of a probability) in each block of steps with what it is where `trials` of a
 * block are independent: series that are unlike their model show it in every block. Null with too few blocks.
 */
export function blockGuard(evidence: Float64Array, length: number, trials: number): BlockGuard | null {
  const blocks = Math.floor(evidence.length / length);
  if (blocks < MIN_BLOCKS) return null;
  const largest = Float64Array.from({ length: blocks }, (_, block) => {
    let most = 0;
    for (let at = block * length; at < (block + 1) * length; at++) most = Math.max(most, evidence[at]!); // whole blocks
    return most;
  });
  const [low = 0, high = 0] = selectQuantiles(largest, QUANTILES);
  const [lowest, highest] = QUANTILES;
  const scale = (high - low) / (gumbel(highest) - gumbel(lowest));
  const wider = Math.max(1, scale * Math.LN10);
  const middle = low - gumbel(lowest) * scale;
  return { above: Math.max(0, middle - Math.log10(Math.max(1, trials))), wider };
}
