import { expect, it } from "vitest";
import { matrixSamples } from "../../core/detect/samples";
import { defaultsOf } from "../../core/detect/param-schema";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { testContext } from "../../testing/test-context";
import { knn } from "./knn";
import { unsuspiciousNeighbours } from "./unsuspicious-neighbours";

const ROWS = 500;
const STRANGE = 60;
const WIDTH = 4;

/** Rows that lie in one heap, and a second, tight one of strange rows at the end: more than there are neighbours. */
function twoHeaps() {
  const normal = normalDeviates(seededRandom(3));
  const values = Float32Array.from({ length: ROWS * WIDTH }, (_, at) =>
    at < (ROWS - STRANGE) * WIDTH ? normal() : 7 + 0.05 * normal(),
  );
  return matrixSamples(values, ["a", "b", "c", "d"]);
}

const strangestOf = (scores: Float64Array) =>
  [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, STRANGE); // a score for each
const shareFound = (scores: Float64Array) =>
  strangestOf(scores).filter((row) => row >= ROWS - STRANGE).length / STRANGE;

it("finds strange rows that are many and alike, which hide each other from their neighbours", async () => {
  const samples = twoHeaps();
  const params = defaultsOf(unsuspiciousNeighbours.params);
  const model = await unsuspiciousNeighbours.fit(samples, params, testContext());
  expect(shareFound(await unsuspiciousNeighbours.score(model, samples, testContext()))).toBe(1);

  const near = { ...defaultsOf(knn.params), neighbours: params.neighbours };
  const all = await knn.score(await knn.fit(samples, near, testContext()), samples, testContext());
  expect(shareFound(all)).toBeLessThan(0.1);
});

it("says what is usual in the units that it was given", async () => {
  const samples = twoHeaps();
  const model = await unsuspiciousNeighbours.fit(samples, defaultsOf(unsuspiciousNeighbours.params), testContext());
  const strange = matrixSamples(Float32Array.of(0, 0, 100, 0), samples.features);
  const [attribution] = (await unsuspiciousNeighbours.explain?.(model, strange, testContext())) ?? [];
  expect([...(attribution?.values ?? [])].indexOf(Math.max(...(attribution?.values ?? [])))).toBe(2);
  for (const usual of attribution?.expected ?? []) expect(Math.abs(usual)).toBeLessThan(4);
});

it("sets nothing aside of rows that a person chose to learn from", async () => {
  const params = defaultsOf(unsuspiciousNeighbours.params);
  const model = await unsuspiciousNeighbours.fit({ ...twoHeaps(), isChosen: true }, params, testContext());
  expect(model.tree.count).toBe(ROWS);
});

it("compares with every row where nothing is set aside", async () => {
  const samples = twoHeaps();
  const params = { ...defaultsOf(unsuspiciousNeighbours.params), suspicious: 0 };
  const model = await unsuspiciousNeighbours.fit(samples, params, testContext());
  expect(model.tree.count).toBe(ROWS);
});
