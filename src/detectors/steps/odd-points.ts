import { tailOf, tailReader } from "../../core/findings/tail";
import { blockGuard } from "../../core/series/noise/by-blocks";
import { heightsOf, tamed } from "../../core/series/noise/tamed";
import { inRuns, type Stray } from "./stray";

const BLOCKS = 100;
const MIN_LENGTH = 12;

export function oddPoints(values: Float64Array): Stray[] {
  const { heights, scaled } = heightsOf(values, tamed(values));
  const tail = tailOf(scaled.slice().sort());
  if (!tail) return [];
  const read = tailReader(tail);
  const own = scaled.map(read);
  const trials = Math.log10(values.length);
  const length = Math.max(MIN_LENGTH, Math.floor(values.length / BLOCKS));
  const guard = blockGuard(own, length, length) ?? { above: 0, wider: 1 };
  const found: Stray[] = [];
  own.forEach((one, step) => {
    if (one < trials) return;
    const evidence = (one - guard.above) / guard.wider - trials;
    if (evidence >= 0) found.push({ from: step, to: step + 1, height: heights[step]!, evidence });
  });
  return inRuns(found);
}
