import { expect, it } from "vitest";
import { columnSamples } from "../../core/detect/column-samples";
import { seededRandom } from "../../core/math/random";
import { numbers } from "../../testing/small-tables";
import { brokenLaws, wholesOf } from "./arithmetic-laws";

const ROWS = 400;

function samplesOf(whole: (age: number, random: () => number, row: number) => number) {
  const random = seededRandom(6);
  const age = Array.from({ length: ROWS }, () => 18 + Math.floor(40 * random()));
  const columns = [numbers("age", ...age), numbers("whole", ...age.map((one, row) => whole(one, random, row)))];
  return columnSamples(
    columns,
    columns.map(() => "feature" as const),
    Uint32Array.from({ length: ROWS }, (_, row) => row),
  );
}

it("tells the row in which a number is not its part of another", () => {
  const samples = samplesOf((age, _, row) => (row === 7 ? 3 : Math.round(age * 0.4)));
  expect(wholesOf(samples, [0, 1])).toEqual([1]);
  expect(brokenLaws(samples, [0, 1], 1)).toMatchObject([{ kind: "ratio", parts: [0], whole: 1 }]);
});

it("takes few small numbers, which lie near anything, for no part of another", () => {
  const yesOrNo = samplesOf((_, random) => (random() < 0.97 ? 1 : 0));
  expect(wholesOf(yesOrNo, [0, 1])).toEqual([]);
  expect(brokenLaws(yesOrNo, [0, 1], 1)).toEqual([]);
});
