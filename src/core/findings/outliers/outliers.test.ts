import { describe, expect, it } from "vitest";
import { normalShareBelow } from "../../math/normal-share";
import { normalDeviates, seededRandom } from "../../math/random";
import { dixonEvidence, dixonRatios } from "./dixon";
import { extremeDeviates } from "./extreme-deviates";
import { grubbs, grubbsEvidence } from "./grubbs";

const probability = (evidence: number) => 10 ** -evidence;

it("knows the normal distribution to many digits", () => {
  expect(normalShareBelow(0)).toBeCloseTo(0.5, 14);
  expect(normalShareBelow(1.959963984540054)).toBeCloseTo(0.975, 12);
  expect(normalShareBelow(-8) / 6.220960574271786e-16).toBeCloseTo(1, 7);
});

describe("Grubbs", () => {
  // Two-sided, 5 %: Grubbs & Beck (1972), Technometrics 14(4), table I, upper 2.5 %.
  it.each([
    [3, 1.155],
    [5, 1.715],
    [10, 2.29],
    [20, 2.709],
    [30, 2.908],
    [50, 3.128],
  ])("has the published limit of %d values", (count, limit) => {
    // Of three the limit is met almost at the largest G there is, so that the third digit decides much.
    if (count > 3) expect(probability(grubbsEvidence(limit, count))).toBeCloseTo(0.05, 2);
    else expect(probability(grubbsEvidence(1.1543, count))).toBeCloseTo(0.05, 1);
  });

  it("tells the farthest value, and on which side", () => {
    const sorted = Float64Array.of(3, 9.8, 10, 10.1, 10.2, 10.3);
    expect(grubbs(sorted)).toMatchObject({ value: 3, isHigh: false });
    expect(probability(grubbs(sorted).evidence)).toBeLessThan(0.001);
  });
});

describe("Dixon", () => {
  // Two-sided, 5 %: Rorabacher, D. B. (1991), Anal. Chem. 63(2), tables 1 and 2.
  it.each([
    [3, 0.97],
    [4, 0.829],
    [5, 0.71],
    [6, 0.625],
    [7, 0.568],
    [8, 0.608],
    [9, 0.564],
    [10, 0.53],
    [11, 0.619],
    [14, 0.586],
  ])("has the published limit of %d values", (count, limit) => {
    expect(probability(dixonEvidence(limit, count))).toBeCloseTo(0.05, 2);
  });

  it.each([5, 9, 12, 25])("errs as often as it says among %d normal values", (count) => {
    const normal = normalDeviates(seededRandom(count));
    let [low, limit] = [0.2, 1];
    for (let halving = 0; halving < 12; halving++) {
      const middle = (low + limit) / 2;
      if (probability(dixonEvidence(middle, count)) > 0.05) low = middle;
      else limit = middle;
    }
    let wrong = 0;
    for (let sample = 0; sample < 4000; sample++) {
      const { high, low: other } = dixonRatios(Float64Array.from({ length: count }, normal).sort());
      if (Math.max(high, other) >= limit) wrong++;
    }
    expect(Math.abs(wrong / 4000 - 0.05)).toBeLessThan(0.012);
  });
});

describe("the generalised extreme studentised deviate", () => {
  // Rosner (1983), Technometrics 25(2): 54 values, of which three are off.
  const rosner = [
    -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.7, 1.76,
    1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.4, 2.47, 2.54,
    2.62, 2.64, 2.9, 2.92, 2.92, 2.93, 3.21, 3.26, 3.3, 3.59, 3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
  ];

  it("finds the three of Rosner's example, of which the first alone would hide behind the others", () => {
    const off = extremeDeviates(Float64Array.from(rosner)).filter(({ evidence }) => probability(evidence) <= 0.05);
    expect(off.map(({ value }) => value)).toEqual([6.01, 5.42, 5.34]);
  });

  it("finds two that hide each other from Grubbs", () => {
    const sorted = Float64Array.of(9.6, 9.8, 9.9, 10, 10.1, 10.1, 10.2, 10.3, 10.4, 14.8, 15);
    expect(probability(grubbs(sorted).evidence)).toBeGreaterThan(0.05);
    expect(extremeDeviates(sorted).map(({ evidence }) => probability(evidence) < 0.01)).toEqual([true, true]);
  });
});
