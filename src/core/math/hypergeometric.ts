import { logGamma } from "./log-gamma";

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
/** What is so much smaller adds nothing to a sum. */
const NEGLIGIBLE = -40;

/**
 * The logarithm of the chance that at least `hits` of `drawn` things, drawn at random out of `total` of which `marked` are
 * marked, are marked: the upper tail of the hypergeometric distribution (Fisher's exact test, one-sided).
 */
export function upperTail(hits: number, drawn: number, marked: number, total: number): number {
  const most = Math.min(drawn, marked);
  if (hits <= Math.max(0, drawn + marked - total)) return 0;
  if (hits > most) return -Infinity;
  const first = logChoose(marked, hits) + logChoose(total - marked, drawn - hits) - logChoose(total, drawn);
  let sum = 1;
  let term = 0; // of the logarithm, relative to the first
  for (let k = hits; k < most; k++) {
    term += Math.log(((marked - k) / (k + 1)) * ((drawn - k) / (total - marked - drawn + k + 1)));
    if (term < NEGLIGIBLE) break;
    sum += Math.exp(term);
  }
  return Math.min(0, first + Math.log(sum));
}
