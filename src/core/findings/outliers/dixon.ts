import { gaussLegendre } from "../../math/gauss-legendre";
import { normalShareBelow } from "../../math/normal-share";
import type { OutlierTest } from "./outlier-test";

/** A ratio of Dixon: so many values are passed over beside the one in question, and at the other end. */
interface Ratio {
  readonly name: "r10" | "r11" | "r21" | "r22";
  readonly beside: number;
  readonly opposite: number;
}

/** Which ratio for how many values, as Dixon (1953) recommends. */
function ratioFor(count: number): Ratio {
  if (count <= 7) return { name: "r10", beside: 0, opposite: 0 };
  if (count <= 10) return { name: "r11", beside: 0, opposite: 1 };
  if (count <= 13) return { name: "r21", beside: 1, opposite: 1 };
  return { name: "r22", beside: 1, opposite: 2 };
}

/** Dixon's Q: the gap before the first or the last value as a share of the range, whichever is larger. */
export function dixon(sorted: Float64Array): OutlierTest {
  const { high, low } = dixonRatios(sorted);
  const isHigh = high >= low;
  const statistic = Math.max(high, low);
  const value = isHigh ? sorted.at(-1)! : sorted[0]!; // not empty
  return { value, isHigh, statistic, evidence: dixonEvidence(statistic, sorted.length), together: 1 };
}

/** The ratio at either end. */
export function dixonRatios(sorted: Float64Array): { readonly high: number; readonly low: number } {
  const { beside, opposite } = ratioFor(sorted.length);
  const at = (place: number) => sorted.at(place)!; // places of the sample
  return {
    high: shareOf(at(-1) - at(-2 - beside), at(-1) - at(opposite)),
    low: shareOf(at(1 + beside) - at(0), at(-1 - opposite) - at(0)),
  };
}

/** Below this no sample of any size is odd; it saves the integral. */
const LEAST_RATIO = 0.2;
const NODES = 40;
const rule = gaussLegendre(NODES);
/** Normal values lie within this, and no further from each other than twice as much. */
const REACH = 8;
const MAX_EVIDENCE = 12;

/**
 * -log10 of the probability that either end of `count` normal values has so large a ratio: not read off a table but
 * integrated, over the two values that the ratio is between, of the chance that the others lie where it says (Dixon 1951;
 * McBane 2006). Both ends count, so that it is twice that of one.
 */
export function dixonEvidence(statistic: number, count: number): number {
  if (count < 3 || !(statistic > LEAST_RATIO)) return 0;
  if (statistic >= 1) return MAX_EVIDENCE;
  return Math.max(0, Math.min(MAX_EVIDENCE, -Math.log10(Math.max(1e-300, 2 * upperShare(statistic, count)))));
}

function upperShare(ratio: number, count: number): number {
  const { beside, opposite } = ratioFor(count);
  const between = count - 2 - opposite;
  let sum = 0;
  for (const [i, node] of rule.nodes.entries()) {
    const low = REACH * node;
    const below = normalShareBelow(low);
    let own = 0;
    for (const [j, other] of rule.nodes.entries()) {
      const range = REACH * (1 + other);
      const high = low + range;
      const edge = normalShareBelow(high - ratio * range);
      const inside = edge - below;
      // All between the two lie below the edge; or, where one beside is passed over, that one alone lies above it.
      const share =
        beside === 0
          ? inside ** between
          : inside ** between + between * (normalShareBelow(high) - edge) * inside ** (between - 1);
      own += rule.weights[j]! * share * density(high); // one for each node
    }
    sum += rule.weights[i]! * below ** opposite * density(low) * own; // one for each node
  }
  const orders = count * (count - 1) * (opposite === 0 ? 1 : opposite === 1 ? count - 2 : ((count - 2) * (count - 3)) / 2); // prettier-ignore
  return orders * REACH * REACH * sum;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
