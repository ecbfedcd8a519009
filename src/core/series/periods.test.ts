import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { calendarPeriodOf } from "./calendar-period";
import { periodsOf } from "./periods";

const TURN = 2 * Math.PI;
type Season = (step: number) => number;

/** Seasons of many forms, all of height about 1. */
const forms: Record<string, (period: number, normal: () => number) => Season> = {
  wave: (period) => (i) => Math.sin((TURN * i) / period),
  saw: (period) => (i) => (3 * (i % period)) / period,
  pulse: (period) => (i) => (i % period < Math.max(1, period / 12) ? 3 : 0),
  box: (period) => (i) => (i % period < period / 3 ? 2 : 0),
  "two peaks": (period) => (i) => Math.sin((TURN * i) / period) + 1.5 * Math.sin((2 * TURN * i) / period + 0.4),
  "any form": (period, normal) => {
    const ofSlots = Array.from({ length: period }, normal);
    return (i) => ofSlots[i % period]!; // a slot
  },
};

const made = (count: number, value: Season) => Float64Array.from({ length: count }, (_, i) => value(i));

function wandering(normal: () => number, kept: number): () => number {
  let at = 0;
  return () => (at = kept * at + Math.sqrt(1 - kept * kept) * normal());
}

it("finds at least 95 % of sixty periods of 4 to 1,000 steps, under bent trends and noise that wanders", () => {
  const missed: string[] = [];
  const random = seededRandom(11);
  for (const period of [4, 7, 12, 24, 52, 96, 168, 288, 365, 1000])
    for (const [form, seasonOf] of Object.entries(forms)) {
      const normal = normalDeviates(seededRandom(period + form.length));
      const [season, noise] = [seasonOf(period, normal), wandering(normal, 0.5)];
      const count = Math.max(100, Math.round(period * (8 + 30 * random())));
      const values = made(count, (i) => season(i) + 0.5 * noise() + 4 * Math.sin(2.2 * (i / count) + 1));
      const found = periodsOf(values)[0]?.steps ?? 0;
      if (Math.abs(found - period) > Math.max(0, 0.02 * period)) missed.push(`${form} of ${period}: ${found}`);
    }
  expect(missed.length, missed.join("; ")).toBeLessThanOrEqual(3);
});

describe("what is a multiple, a part, or a longer period", () => {
  const normal = normalDeviates(seededRandom(3));
  const day: Season = (i) => 3 + 2 * Math.sin((TURN * i) / 24);

  it("prefers the week to the day where it says more, and knows the day as well", () => {
    const days = [1, 1.1, 1, 1, 0.9, 0.4, 0.3];
    const found = periodsOf(made(24 * 7 * 8, (i) => days[Math.floor(i / 24) % 7]! * day(i) + 0.2 * normal())); // one of seven
    expect(found.map(({ steps }) => steps).slice(0, 2)).toEqual([168, 24]);
  });

  it("knows that a week holds whole days, however blurred the day is by the week", () => {
    for (const day of [48, 288]) {
      const ofDay = [1.05, 0.9, 1.1, 1, 1, 0.3, 0.5];
      const course: Season = (i) => 3 + 1.5 * Math.sin((TURN * i) / day) + 0.6 * Math.sin((2 * TURN * i) / day);
      const values = made(day * 7 * 9, (i) => ofDay[Math.floor(i / day) % 7]! * course(i) + 0.4 * normal()); // one of seven
      expect(periodsOf(values).map(({ steps }) => steps)).toEqual([7 * day, day]);
    }
  });

  it("never takes a multiple of the day, however long the series", () => {
    for (const count of [24 * 20, 24 * 100, 24 * 400])
      expect(periodsOf(made(count, (i) => day(i) + 0.7 * normal())).map(({ steps }) => steps)).toEqual([24]);
  });

  it("finds none of what repeats within three steps", () => {
    expect(periodsOf(made(4000, (i) => i % 3))).toEqual([]);
  });

  it("is not misled by one enormous spike", () => {
    expect(periodsOf(made(1000, (i) => day(i) + 0.3 * normal() + (i === 500 ? 1e5 : 0)))[0]?.steps).toBe(24);
  });

  it("sees a season under a walk that hides it", () => {
    let walk = 0;
    const [found] = periodsOf(made(3000, (i) => day(i) + (walk += 0.4 * normal())));
    expect(Math.abs((found?.steps ?? 0) - 24)).toBeLessThanOrEqual(1);
  });
});

it("finds next to nothing where nothing repeats itself", () => {
  const normal = normalDeviates(seededRandom(17));
  let found = 0;
  for (let at = 0; at < 40; at++) {
    const count = [60, 200, 1000, 4000][at % 4]!; // one of four
    const wander = wandering(normal, [0, 0.5, 0.9, 0.99][Math.floor(at / 4) % 4]!); // one of four
    let walk = 0;
    if (periodsOf(made(count, () => (at < 32 ? wander() : (walk += normal())))).length > 0) found++;
  }
  expect(found).toBeLessThanOrEqual(3);
});

it("copes with nothing, little, a line, and what is equal", () => {
  for (const values of [[], [1], [1, 2, 1], made(500, (i) => i), made(500, () => 0.1), made(500, (i) => i * i * i)])
    expect(periodsOf(values)).toEqual([]);
});

it("knows the periods of the calendar", () => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  expect(calendarPeriodOf(24, hour)).toEqual({ name: "day", steps: 24 });
  expect(calendarPeriodOf(167, hour)).toEqual({ name: "week", steps: 168 });
  expect(calendarPeriodOf(2011, 5 * minute)).toEqual({ name: "week", steps: 2016 });
  expect(calendarPeriodOf(12, 30.44 * day)).toEqual({ name: "year", steps: 12 });
  expect(calendarPeriodOf(4, 91 * day)).toEqual({ name: "year", steps: 4 });
  expect(calendarPeriodOf(52, 7 * day)).toEqual({ name: "year", steps: 52 });
  expect(calendarPeriodOf(362, day)).toEqual({ name: "year", steps: 365 });
  expect(calendarPeriodOf(30, day)).toEqual({ name: "month", steps: 30 });
  expect(calendarPeriodOf(100, hour)).toBeNull();
});
