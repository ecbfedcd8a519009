import { grubbs } from "./grubbs";
import type { OutlierTest } from "./outlier-test";

/** So many are off at most: more would be a group of their own. */
const MAX_OFF_SHARE = 0.2;
const MAX_OFF = 5;

/**
 * The generalised extreme studentised deviate of Rosner (1983): Grubbs' test of the farthest value, of the farthest of
 * those that are left, and so on, so that none hides the others. A value is as odd as it is itself, or as one that was
 * taken after it: the farthest first, those that are more usual than both left out.
 */
export function extremeDeviates(sorted: Float64Array): readonly OutlierTest[] {
  const most = Math.min(MAX_OFF, Math.max(1, Math.floor(MAX_OFF_SHARE * sorted.length)));
  const tests: OutlierTest[] = [];
  let left = sorted;
  while (tests.length < most && left.length >= 3) {
    const one = grubbs(left);
    tests.push(one);
    left = one.isHigh ? left.subarray(0, -1) : left.subarray(1);
  }
  return tests.map((one, at) => {
    const evidence = Math.max(...tests.slice(at).map((other) => other.evidence));
    return { ...one, evidence, together: 1 + tests.findLastIndex((other) => other.evidence === evidence) };
  });
}
