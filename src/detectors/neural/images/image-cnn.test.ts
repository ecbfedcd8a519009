import { expect, test } from "vitest";
import type { Note } from "../../../core/data/note";
import { defaultsOf } from "../../../core/detect/param-schema";
import type { TrainingView } from "../../../core/detect/training-view";
import { normalDeviates, seededRandom } from "../../../core/math/random";
import { imagesFrom } from "../../../testing/planted-images";
import { testContext } from "../../../testing/test-context";
import { readNumbers, startBackend } from "../backend/tf";
import { architectureOf, forward, initialWeights, weightTensors } from "../network";
import { measured } from "./measured";
import { imageCnn } from "./image-cnn";
import { imageCnnSpec } from "./image-cnn-params";

const SIZE = 28;
const params = { ...defaultsOf(imageCnn.params), side: 16, steps: 20, batch: 4, learningRate: 0.008 };

/** Images of SIZE pixels a side, each by a rule from 0 to 1 for its places, with a little noise. */
function drawn(rules: readonly ((row: number, column: number) => number)[]) {
  const normal = normalDeviates(seededRandom(4));
  const values = rules.flatMap((rule) => Array.from({ length: SIZE * SIZE }, (_, at) => rule(Math.floor(at / SIZE) / SIZE, (at % SIZE) / SIZE) + 0.03 * normal())); // prettier-ignore
  return imagesFrom(Float32Array.from(values, (value) => Math.min(1, Math.max(0, value))), SIZE); // prettier-ignore
}

const bright = (row: number) => 0.9 - 0.8 * row;
const lying = (row: number) => 0.5 + 0.4 * Math.sin(12 * row);
const standing = (_: number, column: number) => lying(column);

test("without classes it learns which side is up: an image upside down is the strangest", async () => {
  const [notes, trainingViews]: [Note[], TrainingView[]] = [[], []];
  const context = { ...testContext(), note: (note: Note) => void notes.push(note), show: (trainingView: TrainingView) => void trainingViews.push(trainingView) }; // prettier-ignore
  const model = await imageCnn.fit(drawn(Array.from({ length: 16 }, () => bright)), params, context);
  const scores = await imageCnn.score(model, drawn([bright, bright, (row) => bright(1 - row), bright]), testContext());
  expect(scores.indexOf(Math.max(...scores))).toBe(2);
  expect(notes.map(({ code }) => code).filter((code) => code.startsWith("neural.verdict"))).toHaveLength(1);
  const [classifier] = trainingViews.flatMap((trainingView) =>
    trainingView.kind === "architecture" ? trainingView.networks : [],
  );
  expect(classifier?.layers.at(-1)?.shape).toEqual([7]);
  expect([...context.progress]).toEqual(context.progress.toSorted((a, b) => a - b));
});

test("with classes it tells them apart, and what is of none of them is strange", async () => {
  const kinds = Array.from({ length: 20 }, (_, i) => (i % 2 ? lying : standing));
  const samples = { ...drawn(kinds), classes: Int32Array.from(kinds.keys(), (i) => (i === 4 ? -1 : i % 2)) };
  const model = await imageCnn.fit(samples, params, testContext());
  const mixed = (row: number, column: number) => (lying(row) + standing(row, column)) / 2;
  const scores = await imageCnn.score(model, drawn([lying, standing, mixed, lying, standing]), testContext());
  expect(scores.indexOf(Math.max(...scores))).toBe(2);
  expect(Math.max(scores[0]!, scores[1]!)).toBeLessThan(0.2);
});

test("the textbook network has the textbook's layers, as wide as told", () => {
  const spec = imageCnnSpec(28, 1, 10, { ...defaultsOf(imageCnn.params), network: "textbook" });
  expect(architectureOf(spec).map(({ kind, shape }) => `${kind} ${shape.join()}`)).toEqual([
    "reshape 28,28,1",
    "conv 26,26,32",
    "conv 24,24,64",
    "max-pool 12,12,64",
    "dropout 12,12,64",
    "flatten 9216",
    "dense 128",
    "dropout 128",
    "dense 10", // prettier-ignore
  ]);
  const narrow = imageCnnSpec(28, 1, 10, { ...defaultsOf(imageCnn.params), network: "textbook", hidden: 5, secondFilters: 8 }); // prettier-ignore
  expect(architectureOf(narrow).map(({ shape }) => shape.join())).toContain("24,24,8");
});

test("what batch normalisation uses when it answers is what it saw in all samples", async () => {
  const tf = await startBackend("cpu");
  const spec = imageCnnSpec(16, 1, 3, defaultsOf(imageCnn.params));
  const random = seededRandom(2);
  const values = Float32Array.from({ length: 12 * 256 }, () => 3 * random());
  const samples = { count: 12, width: 256, block: (from: number, to: number) => values.subarray(256 * from, 256 * to) };
  const network = await measured(tf, { spec, weights: initialWeights(spec, random) }, samples, testContext());
  const answers = [null, random].map(
    (chance) =>
    tf.tidy(() => readNumbers(forward(tf, spec, weightTensors(tf, network), tf.tensor2d(values, [12, 256]), { random: chance })).slice()), // prettier-ignore
  );
  answers[0]!.forEach((value, i) => expect(value).toBeCloseTo(answers[1]![i]!, 4));
});
