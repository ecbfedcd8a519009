import { describe, expect, it } from "vitest";
import { clockEventsOf } from "../../core/series/clock-events";
import type { SeriesDetector } from "../../core/detect/detector";
import { normalDeviates, seededRandom } from "../../core/math/random";
import type { SeriesSamples } from "../../core/series/series-samples";
import { byStep, numbers, preparedSeries, times } from "../../testing/made-up-series";
import { seriesFrom } from "../../testing/planted-series";
import { testContext } from "../../testing/test-context";
import { clockJumps } from "./clock-jumps";
import { drift, levelShift } from "./level-shift";
import { missingValues } from "./missing-values";
import { noiseShift } from "./noise-shift";
import { otherLevel } from "./off-course";

const fifth = ({ count }: SeriesSamples) => Math.log10(count / 0.2);
const daily = (step: number) => 5 * Math.sin((step * Math.PI) / 12);

async function heard(detector: SeriesDetector, samples: SeriesSamples) {
  const model = await detector.fit(samples, {}, testContext());
  const scores = await detector.score(model, samples, testContext());
  const steps = [...scores.keys()].filter((step) => scores[step]! >= fifth(samples));
  const reasons = (await detector.reasons?.(model, samples, steps.slice(0, 1), testContext())) ?? [];
  const outcome = await detector.test?.(model, samples, testContext());
  return { steps, reason: reasons[0], outcome };
}

function noise(seed: number, memory = 0): (step: number) => number {
  const normal = normalDeviates(seededRandom(seed));
  let last = normal();
  return () => (last = memory * last + Math.sqrt(1 - memory * memory) * normal());
}

const channels = (steps: number, each: readonly ((step: number) => number)[], period: number | null = null) =>
  seriesFrom(
    each.map((value) => byStep(steps, value)),
    { period },
  );

describe("a level that changes for good", () => {
  it.each([0, 0.9])("is told where it does, of the right channel, in noise that remembers %d", async (memory) => {
    const [one, other] = [noise(1, memory), noise(2, memory)];
    const samples = channels(600, [one, (step) => other(step) + (step >= 377 ? 6 : 0)]);
    const { steps, reason } = await heard(levelShift, samples);
    expect(steps).toContain(377);
    expect(steps.length).toBeLessThanOrEqual(8);
    expect(reason).toMatchObject({ note: { code: "finding.shift-up", values: { column: "c1" } }, features: [1] });
  });

  it("is found beside a season, and nothing after it is strange", async () => {
    const own = noise(3);
    const samples = channels(960, [(step) => daily(step) + own(step) - (step >= 500 ? 8 : 0)], 24);
    const { steps, reason } = await heard(levelShift, samples);
    expect(steps).toContain(500);
    expect(reason?.note.code).toBe("finding.shift-down");
    expect((await heard(otherLevel, samples)).steps).toEqual([]);
  });

  it("is none where it comes back soon, comes often, or creeps", async () => {
    const own = noise(4);
    const soon = channels(800, [(step) => own(step) + (step >= 400 && step < 440 ? 6 : 0)]);
    const often = channels(800, [(step) => own(step) + (Math.floor(step / 110) % 2 ? 30 : 0)]);
    const creeping = channels(800, [(step) => own(step) + 0.02 * step]);
    for (const samples of [soon, often, creeping]) expect((await heard(levelShift, samples)).steps).toEqual([]);
  });

  it("is told seldom in walks, noise and trends", async () => {
    let wrong = 0;
    for (let seed = 10; seed < 40; seed++) {
      const [own, remembering] = [noise(seed), noise(seed, 0.97)];
      let walk = 0;
      for (const value of [own, remembering, () => (walk += own(0)), (step: number) => 0.01 * step + own(0)])
        if ((await heard(levelShift, channels(300, [value]))).steps.length > 0) wrong++;
    }
    expect(wrong).toBeLessThanOrEqual(24); // .2 of each of 120
  });
});

describe("a drift", () => {
  it("is told from where it shows, of the right channel", async () => {
    const [one, other] = [noise(5), noise(6)];
    const samples = channels(800, [one, (step) => other(step) - Math.max(0, 0.03 * (step - 420))]);
    const { steps, reason } = await heard(drift, samples);
    expect(steps[0]).toBeGreaterThan(420);
    expect(steps[0]).toBeLessThan(600);
    expect(reason).toMatchObject({ note: { code: "finding.drift-down", values: { column: "c1" } }, features: [1] });
  });

  it("is none where all rises, bends, or changes at once", async () => {
    const own = noise(7);
    const all = [
      (step: number) => 0.03 * step,
      (step: number) => Math.exp(step / 250),
      (step: number) => (step > 500 ? 9 : 0),
    ];
    for (const value of all)
      expect((await heard(drift, channels(800, [(step) => value(step) + own(step)]))).steps).toEqual([]);
  });
});

it("tells noise that grows for good, and not a wave of it", async () => {
  const own = noise(8);
  const { steps, reason } = await heard(noiseShift, channels(900, [own, (step) => own(step) * (step >= 500 ? 4 : 1)]));
  expect(steps.some((step) => Math.abs(step - 500) <= 12)).toBe(true);
  expect(steps.length).toBeLessThanOrEqual(12);
  expect(reason).toMatchObject({ note: { code: "finding.noise-more", values: { column: "c1" } }, features: [1] });
  const wave = channels(900, [(step) => own(step) * (step >= 500 && step < 540 ? 3 : 1)]);
  expect((await heard(noiseShift, wave)).steps).toEqual([]);
});

describe("what the clock does", () => {
  const MINUTE = 60_000;
  const rowsAt = async (moments: readonly number[]) => {
    const own = noise(9);
    const { samples } = await preparedSeries([times("time", moments), numbers("flow", byStep(moments.length, own))]);
    return samples;
  };

  it("is told where an hour comes twice", async () => {
    const samples = await rowsAt(Array.from({ length: 400 }, (_, at) => (at - (at >= 200 ? 6 : 0)) * 10 * MINUTE));
    const { steps, reason } = await heard(clockJumps, samples);
    expect(steps).toEqual([194, 195, 196, 197, 198, 199]);
    expect(reason?.note).toEqual({ code: "finding.clock-back", values: { span: "60 min" } });
  });

  it("is told where one time comes twice, and not where the file runs backwards or shares all its times", async () => {
    const twice = await rowsAt(Array.from({ length: 300 }, (_, at) => (at - (at > 150 ? 1 : 0)) * MINUTE));
    expect((await heard(clockJumps, twice)).reason?.note.code).toBe("finding.clock-twice");
    for (const moment of [(at: number) => -at, (at: number) => Math.floor(at / 2)]) {
      const samples = await rowsAt(Array.from({ length: 300 }, (_, at) => moment(at) * MINUTE));
      expect((await heard(clockJumps, samples)).outcome).toMatchObject({ kind: "silent" });
    }
  });

  it("is looked at series by series", () => {
    const order = {
      rows: Uint32Array.of(0, 2, 1, 3),
      starts: Uint32Array.of(0, 2, 4),
      times: Float64Array.of(5, 1, 6, 2),
    };
    expect(clockEventsOf(order, { stepOf: Uint32Array.of(0, 2, 1, 3) }, 1)).toEqual([]);
  });
});

it("tells a channel without values for a while, and not one that often has none", async () => {
  const own = noise(11);
  const withGaps = async (isGone: (step: number) => boolean) => {
    const { samples } = await preparedSeries([
      numbers(
        "step",
        byStep(600, (step) => step),
      ),
      numbers("flow", byStep(600, own)),
      numbers(
        "load",
        byStep(600, (step) => (isGone(step) ? NaN : own(step))),
      ),
    ]);
    return heard(missingValues, samples);
  };
  const { steps, reason } = await withGaps((step) => step >= 300 && step < 320);
  expect([steps[0], steps.at(-1), steps.length]).toEqual([300, 319, 20]);
  expect(reason).toMatchObject({ note: { code: "finding.no-values", values: { column: "load" } }, features: [1] });
  expect((await withGaps((step) => step % 30 < 4)).steps).toEqual([]);
});
