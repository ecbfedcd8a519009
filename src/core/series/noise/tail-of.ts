import { selectQuantiles } from "../../math/quantile-select";
import { freedomByReach } from "../../math/student-reach";
import { studentEvidence, studentQuantile } from "../../math/student-tail";

/** How sizes lie that are ordinary: Student's distribution with this scale and these degrees of freedom. */
export interface Tail {
  readonly scale: number;
  readonly freedom: number;
}

/** The bulk and its edge, as shares that lie below. With few numbers a tail is told less far out. */
const BULK = 0.5;
const EDGE = 0.98;
const EDGE_OF_FEW = 0.9;
const MIN_MANY = 400;
/** No tail is taken for heavier. */
const MIN_FREEDOM = 1.5;

/**
 * The tail of `sizes` (at least 0) as their bulk tells it, so that a few strays do not widen it and heavy tails are not
 * taken for strays; `independent` is how many of them say something of their own, `least` the degrees of freedom that are
 * known beforehand, `edge` the share that is surely ordinary. Null where the bulk does not vary.
 */
export function tailOf(
  sizes: Float64Array,
  independent: number,
  least = 0,
  edge = independent >= MIN_MANY ? EDGE : EDGE_OF_FEW,
): Tail | null {
  const [bulk = 0, far = 0] = selectQuantiles(sizes.slice(), [BULK, edge]);
  if (!(far > 0)) return null;
  const told = bulk > 0 ? Math.max(MIN_FREEDOM, freedomByReach(far / bulk, edge)) : MIN_FREEDOM;
  const freedom = Math.max(least, 1 / (1 / told + 1 / Math.max(2, independent)));
  const scale = Math.max(bulk / studentQuantile(1 - BULK, freedom), far / studentQuantile(1 - edge, freedom));
  return { scale, freedom };
}

/** -log10 of the probability of a size as far out. */
export function evidenceOf(size: number, { scale, freedom }: Tail): number {
  return studentEvidence(size / scale, freedom);
}
