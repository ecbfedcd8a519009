import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { autocorrelationOf, firstPeakOf } from "./autocorrelation";

const periodOf = (values: ArrayLike<number>) => firstPeakOf(autocorrelationOf(values), values.length);
const series = (count: number, value: (step: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => value(i));

it("agrees with the sum of products", () => {
  const normal = normalDeviates(seededRandom(3));
  const values = series(100, () => normal());
  const middle = 49.5;
  const mean = values.reduce((sum, value) => sum + value, 0) / 100;
  let slope = 0;
  let spread = 0;
  values.forEach((value, i) => {
    slope += (i - middle) * (value - mean);
    spread += (i - middle) ** 2;
  });
  const flat = values.map((value, i) => value - mean - (slope / spread) * (i - middle));
  const power = flat.reduce((sum, value) => sum + value * value, 0);
  const found = autocorrelationOf(values);
  expect(found).toHaveLength(34);
  for (const lag of [0, 1, 7, 33]) {
    const products = flat.subarray(lag).reduce((sum, value, i) => sum + value * flat[i]!, 0);
    expect(found[lag]).toBeCloseTo(products / power, 10);
  }
});

it("finds the period of a wave, under a trend, under noise, and of rare pulses", () => {
  const normal = normalDeviates(seededRandom(5));
  expect(periodOf(series(1000, (i) => Math.sin((2 * Math.PI * i) / 48)))).toBe(48);
  expect(periodOf(series(1000, (i) => Math.sin((2 * Math.PI * i) / 48) + i / 10))).toBe(48);
  expect(periodOf(series(2000, (i) => Math.sin((2 * Math.PI * i) / 48) + normal() / 2))).toBeGreaterThanOrEqual(46);
  expect(periodOf(series(2000, (i) => (i % 100 < 3 ? 10 : 0) + normal()))).toBe(100);
});

it("prefers the day to the week that holds it", () => {
  const day = (i: number) => Math.sin((2 * Math.PI * i) / 24);
  expect(periodOf(series(24 * 7 * 8, (i) => day(i) * (Math.floor(i / 24) % 7 < 5 ? 1 : 0.6)))).toBe(24);
});

it("finds none in noise, in a line, in nothing, or where all is equal", () => {
  const normal = normalDeviates(seededRandom(7));
  expect(periodOf(series(3000, () => normal()))).toBeNull();
  expect(periodOf(series(3000, (i) => i))).toBeNull();
  expect(periodOf(series(100, () => 0.1))).toBeNull();
  expect(periodOf(series(1, () => 5))).toBeNull();
  expect(periodOf([])).toBeNull();
});
