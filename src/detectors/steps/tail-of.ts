import { selectQuantiles } from "../../core/math/quantile-select";
import { studentEvidence, studentQuantile } from "../../core/math/student-tail";

/** How sizes lie that are ordinary: Student's distribution with this scale and these degrees of freedom. */
export interface Tail {
  readonly scale: number;
  readonly freedom: number;
}

const FREEDOMS = [1.5, 2, 2.5, 3, 4, 5, 7, 10, 15, 25, 50, 200, 2000];
/** The bulk and its edge, as shares that lie below. With few numbers a tail is told less far out. */
const BULK = 0.5;
const EDGE = 0.98;
const EDGE_OF_FEW = 0.9;
const FEW = 400;

/** Ratio of the edge to the bulk of each of the freedoms, falling. */
function ratiosFor(edge: number): number[] {
  return FREEDOMS.map((freedom) => studentQuantile(1 - edge, freedom) / studentQuantile(1 - BULK, freedom));
}
const ratios = { [EDGE]: ratiosFor(EDGE), [EDGE_OF_FEW]: ratiosFor(EDGE_OF_FEW) };

/**
 * The tail of `sizes` (at least 0) as their bulk tells it, so that a few strays do not widen it and heavy tails are not
 * taken for strays; `independent` is how many of them say something of their own, `least` the degrees of freedom that are known beforehand. Null where the bulk does not vary.
 */
export function tailOf(sizes: Float64Array, independent: number, least = 0): Tail | null {
  const edge = independent >= FEW ? EDGE : EDGE_OF_FEW;
  const [bulk = 0, far = 0] = selectQuantiles(sizes.slice(), [BULK, edge]);
  if (!(far > 0)) return null;
  const told = bulk > 0 ? freedomOf(far / bulk, ratios[edge]) : FREEDOMS[0]!; // both edges are there
  const freedom = Math.max(least, 1 / (1 / told + 1 / Math.max(2, independent)));
  const scale = Math.max(bulk / studentQuantile(1 - BULK, freedom), far / studentQuantile(1 - edge, freedom));
  return { scale, freedom };
}

function freedomOf(ratio: number, of: readonly number[]): number {
  const at = of.findIndex((one) => one <= ratio);
  if (at < 0) return FREEDOMS.at(-1)!; // there are some
  if (at === 0) return FREEDOMS[0]!;
  const [above, below] = [of[at - 1]!, of[at]!]; // at > 0
  const share = (above - ratio) / (above - below);
  return Math.exp(Math.log(FREEDOMS[at - 1]!) * (1 - share) + Math.log(FREEDOMS[at]!) * share);
}

/** -log10 of the probability of a size as far out. */
export function evidenceOf(size: number, { scale, freedom }: Tail): number {
  return studentEvidence(size / scale, freedom);
}
