import { expect, it } from "vitest";
import { matrixSamples, type MatrixSamples } from "../detect/samples";
import { occlusionAttributions } from "./occlusion";
import { referenceRows } from "./reference-rows";

const weights = [3, 0, -2, 1];
const linear = (samples: MatrixSamples): Promise<Float64Array> =>
  Promise.resolve(
    Float64Array.from({ length: samples.count }, (_, row) =>
      samples.block(row, row + 1).reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0),
    ),
  );
const names = ["a", "b", "c", "d"];

it("gives a linear score its exact parts, the features of one column together", async () => {
  const [attribution] = await occlusionAttributions({
    score: linear,
    samples: matrixSamples(Float32Array.of(5, 5, 5, 5), names),
    featureColumns: [0, 1, 2, 2],
    reference: Float32Array.of(1, 1, 1, 1, 3, 3, 3, 3),
  });
  expect([...attribution!.values]).toEqual([9, 0, -1.5, -1.5]); // one sample
  expect([...(attribution!.expected ?? [])]).toEqual([2, 2, 2, 2]);
});

it("tries only the most deviating of very many columns, the strange one among them", async () => {
  const width = 5000;
  const row = Float32Array.from({ length: width }, (_, i) => (i === 4321 ? 9 : (i % 7) / 100));
  let scored = 0;
  const [attribution] = await occlusionAttributions({
    score: (samples) => {
      scored += samples.count;
      return Promise.resolve(
        Float64Array.from({ length: samples.count }, (_, i) => samples.block(i, i + 1).reduce((sum, x) => sum + x, 0)),
      );
    },
    samples: matrixSamples(
      row,
      Array.from({ length: width }, (_, i) => `f${i}`),
    ),
    featureColumns: [...row.keys()],
    reference: new Float32Array(width),
  });
  expect(scored).toBeLessThanOrEqual(51);
  expect(attribution!.values[4321]).toBeCloseTo(9, 4); // one sample
});

it("leaves the explained sample as it was and explains none", async () => {
  const values = Float32Array.of(5, 5, 5, 5);
  const ground = { score: linear, featureColumns: [0, 1, 2, 3], reference: new Float32Array(4) };
  await occlusionAttributions({ ...ground, samples: matrixSamples(values, names) });
  expect([...values]).toEqual([5, 5, 5, 5]);
  expect(await occlusionAttributions({ ...ground, samples: matrixSamples(new Float32Array(0), names) })).toEqual([]);
});

it("takes its reference from the calmer half, or its medians when the table is wide", () => {
  const samples = matrixSamples(
    Float32Array.from({ length: 200 }, (_, i) => i),
    ["a"],
  );
  const scores = Float64Array.from({ length: 200 }, (_, i) => i);
  const rows = referenceRows(samples, scores);
  expect(rows.length).toBe(30);
  expect(Math.max(...rows)).toBeLessThan(100);
  expect(Math.min(...rows)).toBeLessThan(10);
  const wide = matrixSamples(
    Float32Array.from({ length: 300 * 9 }, (_, i) => Math.floor(i / 300)),
    Array.from({ length: 300 }, (_, i) => `f${i}`),
  );
  const median = referenceRows(
    wide,
    Float64Array.from({ length: 9 }, (_, i) => i),
  );
  expect(median.length).toBe(300);
  expect(median[0]).toBe(2);
  expect(referenceRows(matrixSamples(Float32Array.of(7), ["a"]), Float64Array.of(1))).toEqual(Float32Array.of(7));
});
