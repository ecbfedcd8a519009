import { describe, expect, it } from "vitest";
import { falseOnes } from "../../core/score/calibrated";
import type { SeriesDetector } from "../../core/detect/detector";
import type { SeriesSamples } from "../../core/series/series-samples";
import { NO_ROW } from "../../core/series/series-samples";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { seriesFrom } from "../../testing/planted-series";
import { testContext } from "../../testing/test-context";
import { seriesMembers } from "../findings/members";
import { leftRelation } from "./left-relation";
import { missingSteps } from "./missing-steps";
import { missingValues } from "./missing-values";
import { offCourse, otherLevel } from "./off-course";
import { otherForm } from "./other-form";
import { otherSpread } from "./other-spread";
import { standstill } from "./standstill";
import { startsAnew } from "./starts-anew";

/** From this score on .2 of the ordinary samples are expected. */
const leastOf = ({ count }: SeriesSamples) => Math.log10(count / falseOnes["false-fifth"]);

const made = (count: number, value: (step: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => value(i));
const day = (step: number) => Math.sin((step * Math.PI) / 12);

function remembering(normal: () => number, kept: number): () => number {
  let last = 0;
  return () => (last = kept * last + Math.sqrt(1 - kept * kept) * normal());
}

/** The steps that stand out for sure, by this detector alone, and why the first of them does. */
async function surely(detector: SeriesDetector, samples: SeriesSamples) {
  const model = await detector.fit(samples, {}, testContext());
  const scores = await detector.score(model, samples, testContext());
  const steps = [...scores.keys()].filter((step) => scores[step]! >= leastOf(samples));
  const reasons = (await detector.reasons?.(model, samples, steps.slice(0, 1), testContext())) ?? [];
  return { steps, reason: reasons[0] };
}

const overlapOf = (found: readonly number[], from: number, to: number) => {
  const both = found.filter((step) => step >= from && step < to).length;
  return both / (found.length + (to - from) - both);
};

describe("single steps", () => {
  it("of 24, 520 and 24 in noise of 1.5 all stand: none hides the others", async () => {
    const normal = normalDeviates(seededRandom(4));
    const values = made(1000, () => 1.5 * normal());
    for (const [step, height] of [[300, 24], [500, 520], [700, 24]] as const) values[step]! += height; // prettier-ignore
    const { steps } = await surely(offCourse, seriesFrom([values], { period: null }));
    expect(steps).toEqual([300, 500, 700]);
  });

  it("off a daily course stand out, with what was expected of the right channel", async () => {
    const normal = normalDeviates(seededRandom(5));
    const channels = [0, 1].map(() => made(1200, (i) => 10 * day(i) + normal()));
    channels[1]![606]! -= 12;
    const { steps, reason } = await surely(offCourse, seriesFrom(channels));
    expect(steps).toContain(606);
    expect(steps.length).toBeLessThanOrEqual(2);
    expect(reason).toMatchObject({ note: { code: "finding.off-course", values: { column: "c1" } }, features: [1] });
    expect(reason?.expected).toBeCloseTo(10 * day(606), -1);
  });

  it("of a random walk stand out where it jumps and comes back", async () => {
    const normal = normalDeviates(seededRandom(6));
    let walk = 0;
    const values = made(2000, () => (walk += normal()));
    values[900]! += 14;
    expect((await surely(offCourse, seriesFrom([values], { period: null }))).steps).toEqual([900]);
  });

  it("are not compared where beats have no exact period", async () => {
    const random = seededRandom(7);
    const values = new Float64Array(3000);
    for (let beat = 20; beat < 2990; beat += 90 + Math.round(8 * random()))
      for (let i = -5; i < 6; i++) values[beat + i]! += 10 * Math.exp(-i * i);
    const samples = seriesFrom([values], { period: 94 });
    const model = await offCourse.fit(samples, {}, testContext());
    expect(await offCourse.test(model, samples, testContext())).toMatchObject({
      kind: "silent",
      why: { code: "finding.beats" },
    });
  });
});

describe("stretches", () => {
  it("at another level are found at their place: median overlap of at least .6 from 2 to 500 steps", async () => {
    const overlaps: number[] = [];
    for (const [at, width] of [2, 3, 5, 10, 20, 40, 80, 150, 300, 500].entries()) {
      const normal = normalDeviates(seededRandom(30 + at));
      const noise = remembering(normal, 0.5);
      const values = made(4000, (i) => 4 * day(i) + noise());
      const from = 1400 + 37 * at;
      for (let step = from; step < from + width; step++) values[step]! += (at % 2 ? -1 : 1) * (width < 5 ? 9 : 4);
      const { steps } = await surely(otherLevel, seriesFrom([values]));
      overlaps.push(overlapOf(steps, from, from + width));
    }
    expect(overlaps.toSorted((a, b) => a - b)[5]).toBeGreaterThanOrEqual(0.6);
    expect(overlaps.map((one) => one > 0)).toEqual(overlaps.map(() => true));
  });

  it("say which channel, for how long, and what was expected", async () => {
    const normal = normalDeviates(seededRandom(9));
    const channels = made(4, () => 0).reduce<Float64Array[]>((all) => [...all, made(1000, () => normal())], []);
    for (let step = 400; step < 460; step++) channels[2]![step]! += 3;
    const { reason } = await surely(otherLevel, seriesFrom(channels, { period: null }));
    expect(reason?.features).toEqual([2]);
    expect(reason?.note.code).toBe("finding.level-high");
    expect(reason?.note.values?.["span"]).toMatch(/^[23](\.\d)? d$|^\d\d h$/);
  });

  it("of four times the noise are found", async () => {
    const normal = normalDeviates(seededRandom(10));
    const values = made(2000, (i) => (i >= 700 && i < 770 ? 4 : 1) * normal());
    const { steps, reason } = await surely(otherSpread, seriesFrom([values], { period: null }));
    expect(overlapOf(steps, 700, 770)).toBeGreaterThan(0.6);
    expect(reason?.note.code).toBe("finding.noisier");
  });

  it("that stand still are found, but not where zero is what is usual at night", async () => {
    const normal = normalDeviates(seededRandom(11));
    const stuck = made(1500, (i) => 20 + 3 * day(i) + 0.3 * normal());
    stuck.fill(stuck[800]!, 800, 840);
    const { steps, reason } = await surely(standstill, seriesFrom([stuck]));
    expect([steps[0], steps.at(-1), steps.length]).toEqual([800, 839, 40]);
    expect(reason?.note).toMatchObject({ code: "finding.stood-still", values: { column: "c0", span: "40 h" } });
    const sun = made(1500, (i) => (day(i) > 0 ? 10 * day(i) + normal() : 0));
    expect((await surely(standstill, seriesFrom([sun]))).steps).toEqual([]);
  });

  it("that stand still are no wonder where stays are long and short, or where that is most of what there is", async () => {
    const random = seededRandom(3);
    const values: number[] = [];
    // A slow curve, coarsely rounded: it stays longest where it turns.
    while (values.length < 1500) values.push(...Array<number>(1 + Math.floor(60 * random() ** 3)).fill(random()));
    expect((await surely(standstill, seriesFrom([Float64Array.from(values)], { period: null }))).steps).toEqual([]);
    const normal = normalDeviates(random);
    const parked = made(200, (i) => (i < 90 ? 7 : normal()));
    expect((await surely(standstill, seriesFrom([parked], { period: null }))).steps).toEqual([]);
  });

  it("of which nothing was recorded are told beside the gap", async () => {
    const kept = Array.from({ length: 1000 }, (_, i) => i + (i >= 600 ? 30 : 0));
    const normal = normalDeviates(seededRandom(12));
    const times = Float64Array.from(kept, (i) => i * 3_600_000);
    const samples = seriesFrom([made(1000, () => normal())], { times, period: null, lengths: [600, 400] });
    const { steps, reason } = await surely(missingSteps, samples);
    expect(steps).toEqual([599, 600]);
    expect(reason?.note).toEqual({ code: "finding.missing", values: { span: "30 h" } });
    const filled = seriesFrom([made(1000, () => normal())], { period: null });
    filled.origin.fill(NO_ROW, 300, 312);
    expect((await surely(missingSteps, filled)).steps).toEqual(Array.from({ length: 14 }, (_, i) => 299 + i));
  });

  it("of a counter that starts anew", async () => {
    const random = seededRandom(13);
    let count = 5000;
    const values = made(900, (i) => (count = i === 500 ? 3 : count + Math.floor(9 * random())));
    const { steps, reason } = await surely(startsAnew, seriesFrom([values], { period: null }));
    expect(steps).toEqual([500]);
    expect(reason?.note.code).toBe("finding.starts-anew");
  });
});

describe("channels and forms", () => {
  it("names the channel that drifts away from the two that go with it", async () => {
    const normal = normalDeviates(seededRandom(21));
    const common = remembering(normal, 0.97);
    const level = made(1500, () => 5 * common());
    const channels = [0, 1, 2].map(() => level.map((one) => one + 0.3 * normal()));
    for (let step = 800; step < 920; step++) channels[1]![step]! += (step - 800) / 40;
    const { steps, reason } = await surely(leftRelation, seriesFrom(channels, { period: null }));
    expect(steps.length).toBeGreaterThan(40);
    expect(steps.every((step) => step >= 795 && step < 925)).toBe(true);
    expect(reason).toMatchObject({ note: { code: "finding.left-relation" }, features: [1, expect.any(Number)] });
  });

  it("says nothing of channels that have nothing to do with each other", async () => {
    const normal = normalDeviates(seededRandom(22));
    const samples = seriesFrom([0, 1].map(() => made(600, () => normal())), { period: null }); // prettier-ignore
    const model = await leftRelation.fit(samples, {}, testContext());
    expect(await leftRelation.test(model, samples, testContext())).toMatchObject({ kind: "silent" });
  });

  /** Beats without an exact period, some of another form; and where those are. */
  function beating(isOdd: (beat: number) => boolean): { values: Float64Array; odd: number[] } {
    const [normal, random] = [normalDeviates(seededRandom(23)), seededRandom(24)];
    const values = made(6000, () => 0.02 * normal());
    const odd: number[] = [];
    for (let [at, beat] = [40, 0]; at < 5969; at += 92 + Math.round(8 * random()), beat++) {
      if (isOdd(beat)) odd.push(at);
      for (let i = -30; i < 30; i++)
        values[at + i]! += isOdd(beat) ? 0.8 * Math.exp(-(i * i) / 120) : Math.exp(-(i * i) / 8) - 0.2 * Math.exp(-((i - 9) ** 2) / 10); // prettier-ignore
    }
    return { values, odd };
  }

  it("finds beats of another form although each of them has a twin", async () => {
    const { values, odd } = beating((beat) => [13, 30, 47].includes(beat));
    const { steps } = await surely(otherForm, seriesFrom([values], { period: 96, window: 96 }));
    const near = (at: number) => steps.filter((step) => Math.abs(step - at) < 100).length;
    expect(odd.map(near).every((found) => found > 5)).toBe(true);
    expect(odd.map(near).reduce((sum, found) => sum + found, 0)).toBe(steps.length);
  });

  it("finds one beat of another form among beats without an exact period", async () => {
    const { values } = beating((beat) => beat === 30);
    const { steps, reason } = await surely(otherForm, seriesFrom([values], { period: 96, window: 96 }));
    expect(steps.length).toBeGreaterThan(5);
    // The thirty-first of beats that are 92 to 100 steps apart.
    expect(steps.filter((step) => step > 2700 && step < 3100).length).toBe(steps.length);
    expect(reason?.note.code).toBe("finding.other-form");
  });
});

/** Series in which nothing is strange. */
const ordinary: Record<string, (normal: () => number, random: () => number) => (step: number) => number> = {
  noise: (normal) => () => normal(),
  "noise that remembers": (normal) => remembering(normal, 0.9),
  "a random walk": (normal) => {
    let walk = 0;
    return () => (walk += normal());
  },
  "a daily course": (normal) => (i) => 10 * day(i) + normal(),
  "heavy tails": (normal, random) => () => normal() / Math.sqrt(random() + 1e-3),
  "a heartbeat": (normal, random) => {
    let next = 20;
    return (i) => {
      if (i > next + 30) next += 90 + Math.round(8 * random());
      return 10 * Math.exp(-((i - next) ** 2) / 8) + 0.2 * normal();
    };
  },
};

it("all members together find at most .3 things in an ordinary series, .2 being due", async () => {
  let things = 0;
  let files = 0;
  for (const [name, make] of Object.entries(ordinary))
    for (let seed = 1; seed <= 4; seed++) {
      const random = seededRandom(100 * seed + name.length);
      const values = made(seed % 2 ? 600 : 1500, make(normalDeviates(random), random));
      const period = name === "a daily course" ? 24 : name === "a heartbeat" ? 94 : null;
      const samples = seriesFrom([values], { period });
      files++;
      for (const member of seriesMembers) {
        const model = await member.fit(samples, {}, testContext());
        const scores = await member.score(model, samples, testContext());
        const least = leastOf(samples) + Math.log10(seriesMembers.length);
        things += scores.filter((score, step) => score >= least && score !== scores[step - 1]).length;
      }
    }
  expect(things / files).toBeLessThanOrEqual(0.3);
});

describe("what was put where nothing was measured", () => {
  const normal = normalDeviates(seededRandom(21));
  // Measured from step 1,200 on, but for 150 steps; one value is far off.
  const isFilled = (step: number) => step < 1200 || (step >= 1400 && step < 1550);
  const values = made(2000, (i) => (isFilled(i) ? 4.6 : 4.6 + normal()));
  values[1800] = 71;
  const others = made(2000, () => normal());
  const samples = {
    ...seriesFrom([values, others], { period: null }),
    isFilled: (step: number, channel: number) => channel === 0 && isFilled(step),
  };

  // That nothing was measured is what missing values are.
  const members = seriesMembers.filter(({ id }) => id !== missingValues.id);
  it.each(members.map((member) => [member.id, member] as const))("stands out for no %s", async (_, member) => {
    const { steps } = await surely(member, samples);
    expect(steps.filter(isFilled)).toEqual([]);
  });

  it("hides no value beside it that is far off", async () => {
    expect((await surely(offCourse, samples)).steps).toContain(1800);
  });

  it("leaves a channel of which more was filled in than measured without an ordinary course", async () => {
    const mostly = { ...seriesFrom([values], { period: null }), isFilled: (step: number) => step % 5 > 1 };
    expect((await surely(offCourse, mostly)).steps).toEqual([]);
  });
});
