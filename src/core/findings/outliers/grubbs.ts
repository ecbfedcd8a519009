import { momentsOf } from "../../math/moments";
import { studentEvidence } from "../../math/student-tail";
import type { OutlierTest } from "./outlier-test";

/**
 * Grubbs (1950, 1969): how many sample deviations the value that lies farthest from the mean lies off. Its probability
 * among normal values follows from Student's t with n - 2 degrees of freedom, times n for whichever value it is; that is
 * exact where it matters.
 */
export function grubbs(sorted: Float64Array): OutlierTest {
  const { length } = sorted;
  const { mean, sd: ofAll } = momentsOf(sorted);
  const sd = ofAll * Math.sqrt(length / (length - 1));
  const isHigh = sorted.at(-1)! - mean >= mean - sorted[0]!; // not empty
  const value = isHigh ? sorted.at(-1)! : sorted[0]!; // not empty
  const statistic = sd > 0 ? Math.abs(value - mean) / sd : 0;
  return { value, isHigh, statistic, evidence: grubbsEvidence(statistic, length), together: 1 };
}

/** -log10 of the probability that the farthest of `count` normal values lies so many sample deviations off. */
export function grubbsEvidence(statistic: number, count: number): number {
  if (count < 3 || !(statistic > 0)) return 0;
  const left = (count - 1) ** 2 - count * statistic ** 2;
  // No value can lie farther off than (n - 1) / sqrt(n): all others are equal there.
  if (!(left > 1e-12)) return MAX_EVIDENCE;
  const t = statistic * Math.sqrt((count * (count - 2)) / left);
  return Math.max(0, studentEvidence(t, count - 2) - Math.log10(count));
}

const MAX_EVIDENCE = 12;
