import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../../math/random";
import { loess } from "./loess";
import { medianOf } from "./robust";
import { expectedBy, seasonsOf, sizeAt, type SeasonInput } from "./seasons-and-trend";

const made = (count: number, value: (step: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => value(i));
const inputOf = (values: Float64Array): SeasonInput => ({
  values,
  measured: values.map(() => 1),
  places: values.map((_, at) => at),
});
const wave = (step: number, period: number) => Math.sin((2 * Math.PI * step) / period);
/** Half of the steps are off by no more. */
const usuallyOff = (one: Float64Array, other: (step: number) => number) =>
  medianOf(one.map((value, step) => Math.abs(value - other(step))));

describe("loess", () => {
  it("goes through a line, and leaves aside what has no weight", () => {
    const values = made(300, (i) => 2 * i + (i === 150 ? 900 : 0));
    const smooth = loess(values, made(300, (i) => (i === 150 ? 0 : 1)), 41); // prettier-ignore
    smooth.forEach((one, step) => expect(one).toBeCloseTo(2 * step, 6));
  });

  it("copes with nothing, one step, and no weights at all", () => {
    for (const count of [0, 1, 2, 50]) {
      const values = made(count, (i) => i);
      for (const weight of [0, 1]) expect([...loess(values, values.fill(weight), 9)].every(Number.isFinite)).toBe(true);
    }
  });
});

describe("seasons and trend", () => {
  const normal = normalDeviates(seededRandom(3));
  const course = (i: number) => 4 * wave(i, 24) + 3 * wave(i, 168) + 5 * wave(i, 4000);
  const values = made(3000, (i) => course(i) + 0.5 * normal());
  // A day at half, and an enormous spike.
  for (let step = 1500; step < 1524; step++) values[step]! -= 6;
  values[800] = 900;

  it("know a day within a week under a trend that bends, whatever stands out", () => {
    const input = inputOf(values);
    const seasons = seasonsOf([input], [168, 24, 50]);
    expect(seasons.seasons.map(({ period }) => period)).toEqual([24, 168]);
    const expected = expectedBy(seasons, input);
    expect(usuallyOff(expected, course)).toBeLessThan(0.35);
    // What is expected does not follow the event.
    expect(medianOf(made(24, (i) => expected[1500 + i]! - course(1500 + i)))).toBeGreaterThan(-0.8);
    expect(Math.abs(expected[800]! - course(800))).toBeLessThan(1);
    expect(sizeAt(seasons, 30)).toBeGreaterThan(0.3);
    expect(sizeAt(seasons, 30)).toBeLessThan(0.9);
  });

  it("are none where nothing repeats itself: a slow level is left", () => {
    const input = inputOf(made(1000, (i) => i / 100 + normal()));
    const seasons = seasonsOf([input], [24]);
    expect(seasons.seasons).toEqual([]);
    expect(usuallyOff(expectedBy(seasons, input), (i) => i / 100)).toBeLessThan(0.4);
  });

  it("learn nothing of steps at which nothing was measured", () => {
    const measured = made(3000, (i) => (i >= 400 && i < 700 ? 0 : 1));
    const filled = values.map((value, at) => (measured[at] === 0 ? 50 : value));
    const input = { ...inputOf(filled), measured };
    const expected = expectedBy(seasonsOf([input], [24, 168]), input);
    expect(usuallyOff(expected.subarray(420, 680), (i) => course(i + 420))).toBeLessThan(1);
  });
});
