import { describe, expect, it } from "vitest";
import type { Column } from "../core/data/column";
import { someOf } from "../core/detect/column-samples";
import type { DetectorOf } from "../core/detect/detector";
import { defaultsOf } from "../core/detect/param-schema";
import type { SamplesBase } from "../core/detect/samples-base";
import {
  expectEven,
  expectNothingSure,
  expectProgress,
  expectRefusals,
  expectSameScores,
  fitAndScore,
  outcomeOf,
} from "../testing/detector-checks";
import { columnsFrom, ordinaryEvents, ordinarySeries, ordinaryTable } from "../testing/ordinary-samples";
import { eventsFrom } from "../testing/planted-events";
import { seriesFrom } from "../testing/planted-series";
import { testContext } from "../testing/test-context";
import { detectors } from "./registry";

// What every detector that knows its own error keeps to, alone or as a member of the findings.

interface Suite<X extends SamplesBase> {
  readonly ordinary: (seed: number) => X;
  readonly without: Readonly<Record<"rows" | "features", X>>;
  /** Of which nothing can be sure. */
  readonly poor: Readonly<Record<string, X>>;
}

function numbers(values: readonly number[], name = "a"): Column {
  return { kind: "number", name, values: Float64Array.from(values) };
}

const noise = ordinaryTable(40, 9);

const ofColumns: Suite<ReturnType<typeof ordinaryTable>> = {
  ordinary: (seed) => ordinaryTable(1500, seed),
  without: { rows: someOf(noise, []), features: columnsFrom([], 3) },
  poor: {
    "one row": columnsFrom([numbers([1]), numbers([2], "b")], 1),
    "two rows": columnsFrom([numbers([1, 900]), numbers([2, 2], "b")], 2),
    "one column": columnsFrom([numbers(Array.from({ length: 60 }, (_, row) => row % 7))], 60),
    "one value throughout": columnsFrom([numbers(Array(60).fill(5)), numbers(Array(60).fill(5), "b")], 60),
    "nothing but gaps": columnsFrom([numbers(Array(60).fill(NaN)), numbers(Array(60).fill(NaN), "b")], 60),
    "many columns of few rows": columnsFrom(
      Array.from({ length: 5000 }, (_, at) => numbers([at, 2 * at, -at, 3, 1, at % 5, 8, 2], `c${at}`)),
      8,
    ),
    "infinite and enormous": columnsFrom(
      [numbers(Array.from({ length: 60 }, (_, row) => (row % 3 === 0 ? Infinity : (row % 2 ? 1e300 : -1e300))))],
      60,
    ), // prettier-ignore
  },
};

const ofSeries: Suite<ReturnType<typeof ordinarySeries>> = {
  ordinary: (seed) => ordinarySeries(960, seed),
  without: { rows: seriesFrom([[]]), features: { ...seriesFrom([[1]]), width: 0, shape: [0], features: [] } },
  poor: {
    "one step": seriesFrom([[1]]),
    "three steps": seriesFrom([[0, 0, 40]]),
    "one value throughout": seriesFrom([Array<number>(200).fill(0)]),
    "two values in turn": seriesFrom([Array.from({ length: 200 }, (_, step) => step % 2)]),
  },
};

const ofEvents: Suite<ReturnType<typeof ordinaryEvents>> = {
  ordinary: (seed) => ordinaryEvents(240, seed),
  without: { rows: eventsFrom([]), features: { ...eventsFrom([["a"]]), width: 0, shape: [0], features: [] } },
  poor: {
    "one event": eventsFrom([["a"]]),
    "two sequences": eventsFrom([["a", "b"], ["b"]]),
    "one symbol throughout": eventsFrom(Array.from({ length: 30 }, () => ["a", "a"])),
    "an event of its own each": eventsFrom([Array.from({ length: 60 }, (_, at) => `e${at}`)]),
  },
};

for (const detector of detectors) {
  if (!detector.test) continue;
  if (detector.accepts === "columns") bindsTo(detector, ofColumns);
  else if (detector.accepts === "series") bindsTo(detector, ofSeries);
  else if (detector.accepts === "events") bindsTo(detector, ofEvents);
}

function bindsTo<X extends SamplesBase>(detector: DetectorOf<X>, { ordinary, without, poor }: Suite<X>): void {
  describe(detector.id, () => {
    const params = defaultsOf(detector.params);

    it("is silent, even or calm on ordinary data", async () => {
      await expectEven(detector, ordinary);
    });

    it.each(Object.keys(poor))("is sure of nothing in %s", async (name) => {
      await expectNothingSure(detector, poor[name]!); // one of its keys
    });

    it("gives the same evidence for the same seed, and from a copy of the model", async () => {
      const samples = ordinary(5);
      await expectSameScores(detector, samples, params, await fitAndScore(detector, samples, params));
    });

    it("says how far it is and stops when it is cancelled", async () => {
      await expectProgress(detector, ordinary(6), params);
    });

    it("refuses what holds nothing", async () => {
      await expectRefusals(detector, params, without);
    });

    it("has one reason for each sample that it has evidence of, with features that there are", async () => {
      const samples = ordinary(7);
      const outcome = await outcomeOf(detector, samples);
      if (outcome.kind === "silent") return;
      const model = await detector.fit(samples, params, testContext());
      const which = [...outcome.evidence.keys()].filter((sample) => outcome.evidence[sample]! > 0).slice(0, 40);
      const reasons = await detector.reasons!(model, samples, which, testContext()); // each says why
      expect(reasons.length).toBe(which.length);
      for (const { note, features } of reasons) {
        expect(note.code).not.toBe("finding.nothing");
        expect(features.every((feature) => feature >= 0 && feature < samples.width)).toBe(true);
      }
    });
  });
}
