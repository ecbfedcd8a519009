import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { seriesLookOf, seriesSetOf, seriesSets } from "./series-set";
import { seriesTraitsOf } from "./series-traits";

const WINDOW = 50;

function laid(count: number, width: number, value: (step: number, channel: number) => number) {
  const values = Float32Array.from({ length: count * width }, (_, at) => value(Math.floor(at / width), at % width));
  const block = (from: number, to: number) => values.subarray(from * width, to * width);
  return { starts: Uint32Array.of(0, count), window: WINDOW, width, count, period: null, block };
}

/** Beats whose intervals vary by a third, so that no period is exact. */
function beats(count: number): Float64Array {
  const random = seededRandom(4);
  const values = new Float64Array(count);
  for (let at = 0; at + 12 < count; at += Math.round(30 + 10 * random()))
    for (let i = 0; i < 12; i++) values[at + i] = 3 * Math.sin((Math.PI * i) / 12);
  return values;
}

it("a day repeats, and so do heartbeats without an exact period", async () => {
  const normal = normalDeviates(seededRandom(1));
  const day = await seriesTraitsOf(laid(2000, 1, (step) => 1.4 * Math.sin(step / 8) + 0.2 * normal()));
  expect(day.repeats).toBeGreaterThan(0.85);
  const heart = beats(2000);
  const beating = await seriesTraitsOf(laid(2000, 1, (step) => heart[step]! + 0.1 * normal()));
  expect(beating.repeats).toBeGreaterThan(0.75);
  expect(seriesLookOf(beating)).toBe("form");
});

it("noise and a wandering level do not repeat, nor does a wave of a few windows", async () => {
  const normal = normalDeviates(seededRandom(2));
  expect((await seriesTraitsOf(laid(2000, 1, () => normal()))).repeats).toBeLessThan(0.3);
  expect((await seriesTraitsOf(laid(300, 1, (step) => Math.sin(step / 8)))).repeats).toBe(0);
  expect((await seriesTraitsOf(laid(2000, 1, () => 0))).repeats).toBe(0);
});

it("many channels that do not repeat are judged by their levels, one by its windows", async () => {
  const normal = normalDeviates(seededRandom(3));
  expect(seriesLookOf(await seriesTraitsOf(laid(1000, 8, () => normal())))).toBe("level");
  expect(seriesLookOf(await seriesTraitsOf(laid(1000, 1, () => normal())))).toBe("windows");
  expect(seriesLookOf(undefined)).toBe("windows");
});

it("weighs only what runs", () => {
  for (const { members, weights } of Object.values(seriesSets))
    expect(members).toEqual(expect.arrayContaining(Object.keys(weights)));
});

it("where there is a period, season and trend say what was expected, and hardly change the ranking", () => {
  for (const repeats of [0.1, 0.9]) {
    const traits = { channels: 1, repeats, seasonal: true };
    const [inSeason, plain] = [seriesSetOf(traits), seriesSetOf({ ...traits, seasonal: false })];
    expect(plain).toEqual(seriesSets[seriesLookOf(traits)]);
    expect(inSeason.members).toEqual([...plain.members, "season-and-trend"]);
    expect(inSeason.weights["season-and-trend"]).toBeLessThan(0.3);
  }
});
