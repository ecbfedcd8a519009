import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../core/math/random";
import type { Side } from "../core/prepare/recipe";
import { openTable, requestFor } from "../testing/open-table";
import { createInlineEngine } from "./inline";

const ROWS = 200;
const [HIGH, LOW] = [30, 90];
const normal = normalDeviates(seededRandom(8));
const lines = Array.from({ length: ROWS }, (_, row) => {
  const amount = row === HIGH ? 200 : row === LOW ? 0 : 100 + 5 * normal();
  const weight = 50 + (row === HIGH || row === LOW ? 0 : 5 * normal());
  return `${amount.toFixed(2)},${weight.toFixed(2)}`;
});
const detectors = ["robust-z", "isolation-forest", "k-means", "knn", "unsuspicious-neighbours", "mcd", "pca", "hbos", "ecod", "one-class-svm"]; // prettier-ignore

/** How many rows are stranger than the one that is high, and than the one that is low. */
async function strangerThan(detector: string, side?: Side): Promise<{ high: number; low: number; sum: number }> {
  const engine = createInlineEngine();
  const card = await openTable(engine, `amount,weight\n${lines.join("\n")}\n`);
  const columns = card.recipe.columns.map((one, at) => (at === 0 && side ? { ...one, side } : one));
  const request = requestFor(card, detector);
  const { scores } = await engine.start("run", { ...request, recipe: { ...request.recipe, columns } }, () => undefined)
    .result;
  const above = (row: number) => scores.filter((score) => score > scores[row]!).length;
  return { high: above(HIGH), low: above(LOW), sum: scores.reduce((sum, score) => sum + score, 0) };
}

describe.each(detectors)("a column that can be strange on one side only, by %s", (detector) => {
  it("has its strange values there, and none on the other", async () => {
    const [both, high, low] = [
      await strangerThan(detector, "both"),
      await strangerThan(detector, "high"),
      await strangerThan(detector, "low"),
    ];
    // Ranks know places only, so that rows which are a little odd in both columns come close.
    const few = detector === "ecod" ? 15 : 3;
    expect(both.high).toBeLessThanOrEqual(few);
    expect(both.low).toBeLessThanOrEqual(few);
    expect(high.high).toBeLessThanOrEqual(few);
    expect(high.low).toBeGreaterThan(20);
    expect(low.low).toBeLessThanOrEqual(few);
    expect(low.high).toBeGreaterThan(20);
    expect((await strangerThan(detector)).sum).toBe(both.sum);
  });
});
