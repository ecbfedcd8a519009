import { describe, expect, it } from "vitest";
import { matrixSamples, type MatrixSamples } from "../detect/samples";
import { fidelityVerdict, scoreWithoutNamed } from "./fidelity";

const names = ["a", "b", "b is missing"];
const sumOf = (samples: MatrixSamples): Promise<Float64Array> =>
  Promise.resolve(
    Float64Array.from({ length: samples.count }, (_, at) => samples.block(at, at + 1).reduce((sum, x) => sum + x, 0)),
  );

describe("the score without the named columns", () => {
  const ground = {
    score: sumOf,
    sample: matrixSamples(Float32Array.of(10, 20, 1), names),
    featureColumns: [4, 7, 7],
    reference: Float32Array.of(1, 2, 0, 2, 3, 0, 3, 90, 0),
  };

  it("replaces every feature of each of them and takes the median over the ordinary rows", async () => {
    expect(await scoreWithoutNamed({ ...ground, named: [7] })).toBe(13);
    expect(await scoreWithoutNamed({ ...ground, named: [4] })).toBe(23);
    expect(await scoreWithoutNamed({ ...ground, named: [4, 7] })).toBe(5);
  });

  it("is the score itself when no named column is a feature", async () => {
    expect(await scoreWithoutNamed({ ...ground, named: [] })).toBe(31);
    expect(await scoreWithoutNamed({ ...ground, named: [99] })).toBe(31);
  });

  it("leaves the sample as it was", async () => {
    const values = Float32Array.of(10, 20, 1);
    await scoreWithoutNamed({ ...ground, sample: matrixSamples(values, names), named: [4, 7] });
    expect([...values]).toEqual([10, 20, 1]);
  });
});

describe("the verdict", () => {
  const verdict = (before: number, after: number, threshold: number) =>
    fidelityVerdict({ before, after, usual: 0.4 }, threshold);

  it.each([
    [0.7, 0.45, 0.6, "crosses"],
    [0.7, 0.69, 0.695, "weak"],
    [0.7, 0.61, 0.5, "weak"],
    [0.7, 0.59, 0.5, "falls"],
    [0.7, 0.9, 0.5, "weak"],
    [0.5, 0.41, 0.6, "falls"],
    [0.5, 0.49, 0.6, "weak"],
    [0.4, 0.3, 0.6, null],
    [0.2, 0.1, 0.1, null],
  ] as const)("of %d falling to %d with the threshold at %d is %s", (before, after, threshold, expected) => {
    expect(verdict(before, after, threshold)).toBe(expected);
  });

  it("keeps quiet about a score that is no number", () => {
    expect(verdict(NaN, 0.1, 0.5)).toBeNull();
  });
});
