import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { randomRuns } from "../../testing/random-runs";
import type { FigureName } from "./figures";
import { judged } from "./judged";

const at = async () => undefined;
/** Rows, share of strange ones, how far these score above the others, the threshold. */
const SETTINGS = [
  [300, 0.1, 1.5, 1.2],
  [400, 0.05, 2, 1.6],
  [600, 0.05, 3, 2],
  [1000, 0.02, 2, 1.8],
  [1000, 0.03, 3, 2.2],
] as const;
const upper = (z: number) => 1 - normal(z);

/** Scores of ordinary rows are standard normal, those of strange ones stand `apart`. */
function drawn(seed: number, rows: number, share: number, apart: number) {
  const random = seededRandom(seed);
  const deviate = normalDeviates(random);
  const labels = Uint8Array.from({ length: rows }, () => (random() < share ? 1 : 0));
  return { labels, scores: Float64Array.from(labels, (label) => deviate() + label * apart) };
}

/** Precision at each threshold, by how many of the strange rows lie there. */
function trueAveragePrecision(share: number, apart: number): number {
  const step = 0.005;
  let sum = 0;
  for (let z = -6; z < 8 + apart; z += step) {
    const [hits, alarms] = [share * upper(z - apart), (1 - share) * upper(z)];
    if (hits > 0) sum += (hits / (hits + alarms)) * (upper(z - apart - step / 2) - upper(z - apart + step / 2));
  }
  return sum;
}

/** Abramowitz and Stegun 7.1.26, exact to 1.5e-7. */
function normal(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp((-z * z) / 2);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}

it("gives intervals that hold what is true in about 95 of 100 truths", async () => {
  const truths = randomRuns(8).numRuns;
  const holds = new Map<FigureName, number>();
  let tried = 0;
  for (const [of, [rows, share, apart, threshold]] of SETTINGS.entries()) {
    const [recall, alarms] = [upper(threshold - apart), upper(threshold)];
    const truth: Partial<Record<FigureName, number>> = {
      recall,
      precision: (share * recall) / (share * recall + (1 - share) * alarms),
      "average-precision": trueAveragePrecision(share, apart),
      "roc-auc": normal(apart / Math.SQRT2),
    };
    for (let draw = 0; draw < truths; draw++) {
      const { labels, scores } = drawn(1000 * of + draw, rows, share, apart);
      if (labels.every((label) => label === 0)) continue;
      const [found] = await judged([{ scores, threshold }], { labels, units: null, beta: 2, k: 20 }, at);
      tried += 1;
      for (const [name, value] of Object.entries(truth) as [FigureName, number][]) {
        const { low, high } = found!.figures[name];
        if (low <= value && value <= high) holds.set(name, (holds.get(name) ?? 0) + 1);
      }
    }
  }
  const chance = 3 * Math.sqrt((0.95 * 0.05) / tried);
  const said = Object.fromEntries([...holds].map(([name, count]) => [name, count / tried]));
  if (truths > 50) console.log(tried, said);
  for (const name of ["precision", "recall", "average-precision", "roc-auc"] as const) {
    expect(said[name]).toBeGreaterThan(0.95 - 0.03 - chance);
    expect(said[name]).toBeLessThanOrEqual(Math.min(1, 0.95 + 0.03 + chance));
  }
});
