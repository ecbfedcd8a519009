import { studentQuantile } from "./student-tail";

/** The degrees of freedom that are told apart. */
const FREEDOMS = [0.5, 0.7, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, Infinity];
const reachesByShare = new Map<number, readonly number[]>();

/**
 * The degrees of freedom of a Student's t whose sizes reach so far at the quantile `share`, as a multiple of their median:
 * between those that are told apart in one over the freedom, which is how heavy tails are.
 */
export function freedomByReach(reach: number, share: number): number {
  const reaches =
    reachesByShare.get(share) ??
    FREEDOMS.map((freedom) => studentQuantile(1 - share, freedom) / studentQuantile(0.5, freedom));
  reachesByShare.set(share, reaches);
  const at = reaches.findIndex((one) => one <= reach);
  if (at < 0) return Infinity;
  if (at === 0) return FREEDOMS[0]!; // there are some
  const [heavier, lighter] = [reaches[at - 1]!, reaches[at]!]; // they fall, and one stands before `at`
  const way = (heavier - reach) / (heavier - lighter);
  return 1 / (1 / FREEDOMS[at - 1]! + way * (1 / FREEDOMS[at]! - 1 / FREEDOMS[at - 1]!)); // as many as reaches
}
