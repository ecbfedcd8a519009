import { describe, expect, it } from "vitest";
import type { Note } from "../../core/data/note";
import { type AnyParamValues, defaultsOf } from "../../core/detect/param-schema";
import { matrixSamples, type MatrixSamples } from "../../core/detect/samples";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { rocAuc } from "../../core/score/metrics";
import {
  expectProgress,
  expectRefusals,
  expectSameScores,
  expectScores,
  fitAndScore,
} from "../../testing/detector-checks";
import { matrixOf, plantedMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { detectors } from "../registry";

const ROWS = 300;
const taught = detectors.flatMap((one) => (one.accepts === "matrix" && one.taught ? [one] : []));
const brief = (one: (typeof taught)[number], more: AnyParamValues = {}): AnyParamValues => ({
  ...defaultsOf(one.params),
  ...("trees" in one.params && { trees: 20 }),
  ...more,
});

/** Rows of which the strange ones lie in the middle of a ring: no unsupervised distance finds them. */
function ring({ strange = 30, known = (): number => 0, seed = 5 } = {}): MatrixSamples & { readonly known: Int8Array } {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  const isStrange = (row: number) => row < strange;
  const values = Float32Array.from({ length: ROWS }, (_, row) => row).reduce<number[]>((all, row) => {
    const angle = 2 * Math.PI * random();
    const far = isStrange(row) ? 0.3 : 3;
    return [...all, far * Math.cos(angle) + 0.3 * normal(), far * Math.sin(angle) + 0.3 * normal(), normal()];
  }, []);
  const samples = matrixSamples(Float32Array.from(values), ["x", "y", "idle"]);
  return { ...samples, known: Int8Array.from({ length: ROWS }, (_, row) => (isStrange(row) ? 1 : 0) + known()) };
}

describe.each(taught.map((one) => [one.id, one] as const))("%s", (_, detector) => {
  it("predicts strange rows that lie among the others, each by what other rows taught", async () => {
    const samples = ring();
    const made = await fitAndScore(detector, samples, brief(detector));
    expectScores(made.scores, samples);
    const labels = Uint8Array.from(samples.known);
    expect(rocAuc(made.scores, labels)).toBeGreaterThan(0.97);
    expect([...made.scores].filter((score, row) => score >= 0 === (labels[row] === 1)).length).toBeGreaterThan(285);
    await expectSameScores(detector, samples, brief(detector), made);
  });

  it("knows nothing of labels that are drawn by chance, however well it could learn them by heart", async () => {
    const areas = [];
    for (let seed = 1; seed <= 5; seed++) {
      const random = seededRandom(seed);
      const labels = Uint8Array.from({ length: ROWS }, () => (random() < 0.3 ? 1 : 0));
      const samples = { ...ring({ seed }), known: Int8Array.from(labels) };
      areas.push(rocAuc((await fitAndScore(detector, samples, brief(detector))).scores, labels));
    }
    expect(areas.reduce((sum, area) => sum + area, 0) / areas.length).toBeGreaterThan(0.42);
    expect(areas.reduce((sum, area) => sum + area, 0) / areas.length).toBeLessThan(0.58);
  });

  it("is not helped by copies of a row: they are taught by the same rows as it", async () => {
    const random = seededRandom(9);
    const rows = Array.from({ length: 60 }, () => [random(), random(), random()]);
    const samples = { ...matrixOf([...rows, ...rows, ...rows]), known: new Int8Array(180) };
    const labels = Uint8Array.from({ length: 180 }, (__, row) => ((row % 60) * 7919) % 2);
    samples.known.set(labels);
    const area = rocAuc((await fitAndScore(detector, samples, brief(detector))).scores, labels);
    expect(area).toBeGreaterThan(0.25);
    expect(area).toBeLessThan(0.75);
  });

  it("scores rows of which nothing is known by all that was taught, in any order and in another table", async () => {
    const samples = ring();
    for (let row = 0; row < ROWS; row += 3) samples.known[row] = -1;
    const { model, scores } = await fitAndScore(detector, samples, brief(detector));
    const turned = matrixOf(Array.from({ length: ROWS }, (__, row) => [...samples.block(ROWS - 1 - row, ROWS - row)]));
    const again = await detector.score(model, turned, testContext());
    expect(again.reverse()).toEqual(scores);
  });

  it("says how many rows taught it, and how far it is", async () => {
    const notes: Note[] = [];
    await detector.fit(ring(), brief(detector), { ...testContext(), note: (note) => notes.push(note) });
    const values = { strange: 30, ordinary: 270, parts: 5 };
    expect(notes).toContainEqual({ code: "taught.by", values });
    await expectProgress(detector, ring(), brief(detector));
    const without = { rows: matrixOf([]), features: matrixSamples(new Float32Array(), [], Uint32Array.of(0, 1)) };
    await expectRefusals(detector, brief(detector), without);
  });

  it("refuses where too few rows of a kind are known, with the numbers, counting copies once", async () => {
    const refusedWith = async (samples: MatrixSamples) =>
      detector.fit(samples, brief(detector), testContext()).then(
        () => null,
        (error: unknown) => (error as { info: unknown }).info, // what a Failure says
      );
    const few = { strange: 4, ordinary: 296, least: 5 };
    expect(await refusedWith(ring({ strange: 4 }))).toEqual({ code: "too-few-taught", values: few });
    const none = { strange: 0, ordinary: 300, least: 5 };
    expect(await refusedWith(ring({ strange: 0 }))).toEqual({ code: "too-few-taught", values: none });
    const all = { strange: 300, ordinary: 0, least: 5 };
    expect(await refusedWith(ring({ strange: 300 }))).toEqual({ code: "too-few-taught", values: all });
    const { known, ...unknown } = ring();
    expect(known.length).toBe(ROWS);
    const nothing = { strange: 0, ordinary: 0, least: 5 };
    expect(await refusedWith(unknown)).toEqual({ code: "too-few-taught", values: nothing });
    const copies = {
      ...matrixOf(Array.from({ length: 40 }, (__, row) => [row < 20 ? 0 : row])),
      known: new Int8Array(40),
    };
    copies.known.fill(1, 0, 20);
    const once = { strange: 1, ordinary: 20, least: 5 };
    expect(await refusedWith(copies)).toEqual({ code: "too-few-taught", values: once });
  });
});

it("draws a border around ordinary rows alone where no strange one is known", async () => {
  const svm = taught.find(({ id }) => id === "taught-svm")!;
  const { samples, labels } = plantedMatrix({ rows: ROWS });
  const known = Int8Array.from(labels, (label) => (label === 1 ? -1 : 0));
  const { scores } = await fitAndScore(svm, { ...samples, known }, brief(svm, { taughtBy: "ordinary rows" }));
  expect(rocAuc(scores, labels)).toBeGreaterThan(0.98);
  expect(scores.filter((score, row) => labels[row] === 1 && score < 0)).toHaveLength(0);
  expect(scores.filter((score, row) => labels[row] === 0 && score >= 0).length).toBeLessThan(0.25 * ROWS);
});

it("explains by the columns that tell strange rows apart, adding up to the score", async () => {
  const forest = taught.find(({ id }) => id === "taught-forest")!;
  const samples = ring();
  const { model, scores } = await fitAndScore(forest, samples, brief(forest));
  const [first] = (await forest.explain?.(model, samples, testContext())) ?? [];
  const [x, y, idle] = first!.values;
  expect(Math.min(x!, y!)).toBeGreaterThan(idle!);
  const root = scores[0]! - (x! + y! + idle!);
  // What all trees say before their first split: the share of strange rows.
  expect(root).toBeCloseTo(0.1 - 0.5, 1);
});
