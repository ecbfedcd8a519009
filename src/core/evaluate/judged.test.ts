import { expect, it } from "vitest";
import { averagePrecision, rocAuc } from "../score/metrics";
import { judged, type JudgedBy } from "./judged";
import { thinnedRows } from "./thinned-rows";
import { rankedBy } from "./ranked";
import { seededRandom } from "../math/random";
import { unitsOf } from "./units";
import { eventLeads } from "./event-leads";

const now = async () => undefined;
const scores = Float64Array.of(9, 8, 8, 7, 6, 5, 4, 3, 2, 1);
const labels = Uint8Array.of(1, 0, 1, 0, 1, 0, 0, 0, 0, 0);
const by: JudgedBy = { labels, units: null, beta: 2, k: 3 };

it("tells every figure as its definition has it, ties together", async () => {
  const [one] = await judged([{ scores, threshold: 6 }], by, now);
  const value = Object.fromEntries(Object.entries(one!.figures).map(([name, figure]) => [name, figure.value]));
  expect(one!.confusion).toEqual({ hits: 3, falseAlarms: 2, missed: 0, rest: 5 });
  expect(value["precision"]).toBe(0.6);
  expect(value["recall"]).toBe(1);
  expect(value["f1"]).toBeCloseTo(0.75, 12);
  expect(value["f-beta"]).toBeCloseTo((5 * 0.6) / (4 * 0.6 + 1), 12);
  expect(value["mcc"]).toBeCloseTo((3 * 5) / Math.sqrt(5 * 3 * 7 * 5), 12);
  expect(value["average-precision"]).toBeCloseTo(averagePrecision(scores, labels), 12);
  expect(value["roc-auc"]).toBeCloseTo(rocAuc(scores, labels), 12);
  expect(value["precision-at-k"]).toBeCloseTo(2 / 3, 12);
  expect(value["lift"]).toBeCloseTo(2 / 3 / 0.3, 12);
  for (const { value: middle, low, high } of Object.values(one!.figures)) {
    expect(low).toBeLessThanOrEqual(middle);
    expect(high).toBeGreaterThanOrEqual(middle);
  }
});

it("draws both curves from the strictest threshold to all rows, with the present one on them", async () => {
  const [one] = await judged([{ scores, threshold: 6 }], by, now);
  const { recall, precision, falseRate, at } = one!.curves;
  expect([recall[at], precision[at]]).toEqual([1, 0.6]);
  expect(falseRate[at]).toBeCloseTo(2 / 7, 12);
  expect([recall.at(-1), falseRate.at(-1)]).toEqual([1, 1]);
  const [none] = await judged([{ scores, threshold: 99 }], by, now);
  expect(none!.curves.at).toBe(-1);
  expect(none!.figures.precision.value).toBeNaN();
});

it("says how far one is behind another, and is unsure about it where few are strange", async () => {
  const worse = Float64Array.of(9, 8, 4, 7, 6, 5, 8, 3, 2, 1);
  const [first, second] = await judged(
    [
      { scores, threshold: 6 },
      { scores: worse, threshold: 6 },
    ],
    by,
    now,
  );
  expect(first!.behind["average-precision"]).toEqual({ value: 0, low: 0, high: 0 });
  const { value, low, high } = second!.behind["average-precision"];
  expect(value).toBeLessThan(0);
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(0);
});

it("is less sure where rows come in units that are all alike, and says nothing of too few", async () => {
  const random = seededRandom(3);
  const many = Float64Array.from({ length: 400 }, () => random());
  const strange = Uint8Array.from(many, (score) => (score + random() > 1.5 ? 1 : 0));
  const width = async (units: Int32Array | null) => {
    const [one] = await judged([{ scores: many, threshold: 0.9 }], { ...by, labels: strange, units }, now);
    return one!.figures["recall"].high - one!.figures["recall"].low;
  };
  const alone = await width(null);
  // Whoever is strange is so in rows that follow each other.
  const sorted = [...many.keys()].sort((a, b) => many[a]! - many[b]!);
  const units = new Int32Array(400);
  sorted.forEach((row, place) => (units[row] = Math.floor(place / 25)));
  expect(await width(units)).toBeGreaterThan(alone);
  expect(await width(units.map((unit) => unit % 3))).toBeNaN();
});

it("thins many rows so that they still stand for all", () => {
  const random = seededRandom(4);
  const count = 120_000;
  const many = Float64Array.from({ length: count }, () => random());
  const some = Uint8Array.from(many, () => (random() < 0.001 ? 1 : 0));
  const { rows, counts } = thinnedRows([rankedBy(many, 0.999)], some, 50)!;
  expect(rows.length).toBeLessThan(26_000);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(count, 3);
  expect(rows.filter((row) => some[row] === 1).length).toBe(some.reduce((sum, one) => sum + one, 0));
});

it("cuts a few series into blocks no shorter than a stretch, and takes many as they are", () => {
  const steps = Array.from({ length: 600 }, (_, step) => step);
  expect(
    unitsOf(
      steps.map((step) => Math.floor(step / 60)),
      steps,
      5,
    ),
  ).toMatchObject({ name: "whole" });
  const blocks = unitsOf(
    steps.map(() => 0),
    steps,
    30,
  );
  expect([blocks.name, new Set(blocks.ofRows).size]).toEqual(["block", 20]);
});

it("tells how long each stretch went on before it was flagged", () => {
  const stretches = [
    { from: 2, to: 6 },
    { from: 10, to: 12 },
  ];
  expect(eventLeads(stretches, (step) => step === 4)).toEqual([
    { first: 2, delay: 2 },
    { first: 10, delay: null },
  ]);
});
