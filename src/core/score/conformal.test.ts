import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { randomRuns } from "../../testing/random-runs";
import { conformalThreshold } from "./conformal";

const descending = (scores: readonly number[]) => Float64Array.from(scores).sort().reverse();

it("flags by Benjamini and Hochberg's rule on the ranks among the reference", () => {
  const reference = descending(Array.from({ length: 99 }, (_, at) => at));
  // p-values .01, .01, .02, .5, .9 against .02, .04, .06, .08, .1
  expect(conformalThreshold(descending([200, 150, 98, 50, 9.5]), reference, 0.1)).toEqual({
    kind: "threshold",
    value: 98,
    count: 3,
  });
  expect(conformalThreshold(descending([60, 50, 40]), reference, 0.1)).toEqual({ kind: "nothing" });
});

it("refuses a reference that is too small to say anything, and says how many rows it takes", () => {
  const reference = descending(Array.from({ length: 30 }, (_, at) => at));
  const tested = descending([100, ...Array.from({ length: 99 }, (_, at) => at % 30)]);
  expect(conformalThreshold(tested, reference, 0.1)).toEqual({ kind: "too-few", needed: 999 });
});

it("keeps its promise on made-up tables, and finds most of what could be found", () => {
  const tables = randomRuns(40).numRuns;
  const proportions: number[] = [];
  let [found, possible] = [0, 0];
  for (let table = 0; table < tables; table++) {
    const random = seededRandom(table);
    const deviate = normalDeviates(random);
    const width = 4;
    // As a distance from the middle scores rows: those of a tenth lie off in one column or two.
    const distance = (shift: number) =>
      Array.from({ length: width }, (_, at) => (deviate() + (at < 2 ? shift : 0)) ** 2).reduce((a, b) => a + b, 0);
    const reference = descending(Array.from({ length: 1000 }, () => distance(0)));
    const rows = Array.from({ length: 1000 }, () => {
      const isStrange = random() < 0.1;
      return { isStrange, score: distance(isStrange ? 2.5 + 2 * random() : 0) };
    }).sort((a, b) => b.score - a.score);
    const threshold = conformalThreshold(
      Float64Array.from(rows, ({ score }) => score),
      reference,
      0.1,
    );
    const count = threshold.kind === "threshold" ? threshold.count : 0;
    const hits = rows.slice(0, count).filter(({ isStrange }) => isStrange).length;
    proportions.push(count === 0 ? 0 : (count - hits) / count);
    found += hits;
    let [best, strange] = [0, 0];
    rows.forEach(({ isStrange }, at) => {
      if (isStrange) strange += 1;
      if ((at + 1 - strange) / (at + 1) <= 0.1) best = strange;
    });
    possible += best;
  }
  const mean = proportions.reduce((sum, one) => sum + one, 0) / tables;
  const sd = Math.sqrt(proportions.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (tables - 1));
  if (tables > 100) console.log(tables, mean, sd / Math.sqrt(tables), found / possible);
  expect(mean).toBeLessThanOrEqual(0.1 + (2 * sd) / Math.sqrt(tables));
  expect(found / possible).toBeGreaterThan(0.7);
});
