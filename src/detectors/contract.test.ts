import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatrixDetector } from "../core/detect/detector";
import { defaultsOf, illegalParams, type AnyParamValues } from "../core/detect/param-schema";
import { matrixSamples, type MatrixSamples } from "../core/detect/samples";
import { occlusionAttributions } from "../core/explain/occlusion";
import { referenceRows } from "../core/explain/reference-rows";
import { seriesSets } from "../core/series/series-set";
import { rocAuc } from "../core/score/metrics";
import { rankScores } from "../core/score/rank";
import { quantileOfDescending } from "../core/score/summary";
import {
  expectProgress,
  expectRefusals,
  expectSameScores,
  expectScores,
  fitAndScore,
} from "../testing/detector-checks";
import { illegalValues, legalParams } from "../testing/legal-params";
import { matrixOf, noiseMatrix, plantedMatrix } from "../testing/planted";
import { randomRuns } from "../testing/random-runs";
import { testContext } from "../testing/test-context";
import { detectorById, detectors, quickSet } from "./registry";

/** Training on the slowest backend is dear: fewer rows, short training, fewer random settings. */
function budgetOf(detector: MatrixDetector): { rows: number; settings: number; thrift: Record<string, number> } {
  return detector.family === "neural"
    ? {
        rows: 240,
        settings: 3,
        thrift: { steps: 80, epochs: 1, members: 1, hidden: 16, filters: 8, batch: 64, transformations: 6 },
      }
    : { rows: 400, settings: 12, thrift: { trees: 100, subsample: 256, rounds: 50, restarts: 2 } };
}

/** Shares and ranks know that a value is the farthest, not by how much: the ends of clean columns come close. */
function leastAucOf(detector: MatrixDetector): number {
  return detector.family === "histogram" ? 0.9 : 0.98;
}

function thrifty(detector: MatrixDetector, params: AnyParamValues): AnyParamValues {
  const { thrift } = budgetOf(detector);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const most = thrift[name];
      return [name, most !== undefined && typeof value === "number" ? Math.min(value, most) : value];
    }),
  );
}

function defaults(detector: MatrixDetector): AnyParamValues {
  return thrifty(detector, defaultsOf(detector.params));
}

/** As thrifty, and shorter still: where any result will do, nothing has to be learned. */
function brief(detector: MatrixDetector, params = defaultsOf(detector.params)): AnyParamValues {
  const values = thrifty(detector, params);
  return detector.family === "neural" && "steps" in values ? { ...values, steps: 20 } : values;
}

function scoresOf(detector: MatrixDetector, samples: MatrixSamples, params = defaults(detector)) {
  return fitAndScore(detector, samples, params);
}

async function attributionsOf(
  detector: MatrixDetector,
  model: unknown,
  samples: MatrixSamples,
  rows: readonly number[],
) {
  const chosen = matrixOf(rows.map((row) => [...samples.block(row, row + 1)]));
  if (detector.explain) return detector.explain(model, chosen, testContext());
  const score = (some: MatrixSamples) => detector.score(model, some, testContext());
  const reference = referenceRows(samples, await score(samples));
  return occlusionAttributions({ score, samples: chosen, featureColumns: [...samples.features.keys()], reference });
}

function largestAt(values: Float32Array): number {
  return values.indexOf(Math.max(...values));
}

it("has unique ids and finds detectors by them", () => {
  expect(new Set(detectors.map(({ id }) => id)).size).toBe(detectors.length);
  const onSeries = Object.values(seriesSets).flatMap(({ members, weights }) => [...members, ...Object.keys(weights)]);
  for (const id of [...quickSet, ...onSeries]) expect(detectorById(id)?.id).toBe(id);
  expect(detectorById("no such detector")).toBeUndefined();
});

describe.each(detectors.map((detector) => [detector.id, detector] as const))("%s", (_, detector) => {
  it("has a card of plain data without gaps", () => {
    const { id, version, label, family, summary, blindTo, reference, accepts, prefers, params } = detector;
    const card = { id, version, label, family, summary, blindTo, reference, accepts, prefers, params };
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
    for (const text of [label, summary, blindTo, reference, prefers.why.code]) expect(text.trim()).not.toBe("");
    for (const spec of Object.values(params)) expect(spec.help.length).toBeGreaterThan(10);
    expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  it("allows its own defaults and shows at most five parameters at once", () => {
    expect(illegalParams(detector.params, defaultsOf(detector.params))).toEqual([]);
    expect(Object.values(detector.params).filter(({ main }) => main).length).toBeLessThanOrEqual(5);
    for (const { when } of Object.values(detector.params))
      if (when) expect(Object.keys(detector.params)).toContain(when.param);
  });

  it("refuses illegal parameters by name", () => {
    for (const [name, spec] of Object.entries(detector.params))
      for (const value of illegalValues(spec)) {
        // What arrives from a saved session may be of any type.
        const given = { ...defaultsOf(detector.params), [name]: value } as AnyParamValues;
        expect(illegalParams(detector.params, given).map(({ values: { parameter } }) => parameter)).toEqual([name]);
      }
  });
});

// Those that are taught have a contract of their own (taught/taught.test.ts).
const matrixDetectors = detectors.filter((detector) => detector.accepts === "matrix").filter(({ taught }) => !taught);

describe.each(matrixDetectors.map((detector) => [detector.id, detector] as const))("%s", (_, detector) => {
  const { rows, settings } = budgetOf(detector);
  const planted = plantedMatrix({ rows });
  const fitted = (() => {
    let once: ReturnType<typeof scoresOf> | null = null;
    return () => (once ??= scoresOf(detector, planted.samples));
  })();

  it("finds planted strangers", async () => {
    const { scores } = await fitted();
    expect(rocAuc(scores, planted.labels)).toBeGreaterThan(leastAucOf(detector));
  });

  it("gives clean noise no far tail", async () => {
    const { sorted } = rankScores((await scoresOf(detector, noiseMatrix(rows, 4))).scores);
    const median = quantileOfDescending(sorted, 0.5);
    expect((sorted[0]! - median) / (quantileOfDescending(sorted, 0.95) - median)).toBeLessThan(5); // there are rows
  });

  it("gives the same scores for the same seed, and from a copy of the model", async () => {
    await expectSameScores(detector, planted.samples, defaults(detector), await fitted());
  });

  it("leaves its input as it was", async () => {
    const { samples } = plantedMatrix({ rows });
    const before = samples.block(0, samples.count).slice();
    const { model } = await scoresOf(detector, samples, brief(detector));
    await attributionsOf(detector, model, samples, [0, 11]);
    expect(samples.block(0, samples.count)).toEqual(before);
  });

  it("gives finite scores for any legal parameters", async () => {
    const { samples } = plantedMatrix({ rows: Math.min(rows, 120), strangers: 4 });
    await fc.assert(
      fc.asyncProperty(legalParams(detector.params), async (params) => {
        const { scores } = await scoresOf(detector, samples, brief(detector, params));
        expectScores(scores, samples);
      }),
      randomRuns(settings),
    );
  });

  it("says how far it is and stops when it is cancelled", async () => {
    await expectProgress(detector, planted.samples, brief(detector));
  });

  it("refuses no rows and no features", async () => {
    await expectRefusals(detector, defaults(detector), {
      rows: matrixSamples(new Float32Array(0), ["a", "b"]),
      features: matrixSamples(new Float32Array(0), [], new Uint32Array(3)),
    });
  });

  it.each([
    ["one row", [[1, 2, 3]]],
    [
      "two rows",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["one feature", Array.from({ length: 40 }, (_, i) => [i % 7])],
    ["one value throughout", Array.from({ length: 40 }, () => [5, 5])],
    ["a constant column", Array.from({ length: 40 }, (_, i) => [5, i, i * i])],
    ["almost only duplicates", Array.from({ length: 40 }, (_, i) => [i === 7 ? 3 : 0, i === 7 ? 3 : 0])],
    ["enormous and tiny values", Array.from({ length: 40 }, (_, i) => [i * 1e18, i * 1e-18, i])],
  ])("copes with %s", async (_name, table) => {
    const samples = matrixOf(table);
    const { model, scores } = await scoresOf(detector, samples, brief(detector));
    expectScores(scores, samples);
    const [attribution] = await attributionsOf(detector, model, samples, [samples.count - 1]);
    expect(attribution!.values.every(Number.isFinite)).toBe(true); // one row, one attribution
  });

  it("scores equal rows equally", async () => {
    const { scores } = await scoresOf(detector, matrixOf(Array.from({ length: 60 }, (_, i) => [i % 6, (i % 6) ** 2])));
    for (let row = 6; row < 60; row++) expect(scores[row]).toBeCloseTo(scores[row - 6]!, 5); // row < 60
  });

  it("scores a row the same whatever rows come with it", async () => {
    const { model, scores } = await fitted();
    const some = [3, 11, 12, 57, 200];
    const alone = matrixOf(some.map((row) => [...planted.samples.block(row, row + 1)]));
    const found = await detector.score(model, alone, testContext());
    some.forEach((row, at) => {
      expect(found[at]).toBeCloseTo(scores[row]!, 5); // the rows exist
    });
  });

  it("scores a new row far beyond all others as strange", async () => {
    const { model, scores } = await fitted();
    const [far] = await detector.score(model, matrixOf([[50, -50, 50, -50, 50]]), testContext());
    expect(far).toBeGreaterThanOrEqual(quantileOfDescending(rankScores(scores).sorted, 0.97));
  });

  it("points at the planted feature", async () => {
    const { model } = await fitted();
    const where = planted.strangers;
    const attributions = await attributionsOf(
      detector,
      model,
      planted.samples,
      where.map(({ row }) => row),
    );
    const hits = where.filter(({ feature }, at) => largestAt(attributions[at]!.values) === feature); // one for each
    expect(attributions.every(({ values }) => values.length === 5)).toBe(true);
    expect(hits.length).toBeGreaterThanOrEqual(where.length - 1);
  });
});
