import { beforeAll, describe, expect, test } from "vitest";
import { defaultsOf } from "../../../core/detect/param-schema";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { gan, type GanModel } from "./gan";
import { ganSpecs } from "./gan-params";
import { startBackend, type Tf } from "../backend/tf";
import { linkedColumns, linkedRows, listening } from "../../../testing/linked-columns";

const params = { ...defaultsOf(gan.params), steps: 100, members: 2, batch: 16, learningRate: 0.01 };
const samples = linkedRows(300);
const heard = listening(1);
let tf: Tf;
let model: GanModel;
let scores: Float64Array;
beforeAll(async () => {
  tf = await startBackend("cpu");
  model = await gan.fit(samples, params, heard);
  scores = await gan.score(model, samples, listening(1));
});

test("a row that breaks a law without an extreme value is the strangest", () => {
  expect(scores.indexOf(Math.max(...scores))).toBe(299);
});

test("a row's score has the same bits alone as in company", async () => {
  for (const row of [0, 150, 299]) {
    const alone = matrixSamples(samples.block(row, row + 1), linkedColumns);
    expect((await gan.score(model, alone, listening(1)))[0]).toBe(scores[row]);
  }
});

test("values far outside what floats can square still get a finite score", async () => {
  const wild = matrixSamples(Float32Array.from([3e38, -3e38, 1e-38, 0, 1e20]), linkedColumns);
  expect((await gan.score(model, wild, listening(1)))[0]).toBeGreaterThan(Math.max(...scores));
});

describe("explanation", () => {
  const stranger = matrixSamples(samples.block(298, 300), linkedColumns);

  test.each([0.25, 2, 0])("the parts add up to the score where the discriminator weighs %d", async (featureWeight) => {
    const weighed = { ...model, featureWeight };
    const [, attribution] = await gan.explain!(weighed, stranger, listening(1));
    const [, score] = await gan.score(weighed, stranger, listening(1));
    expect(attribution!.additive).toBe(true);
    expect(attribution!.values.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score!, 5);
    expect(attribution!.expected).toHaveLength(linkedColumns.length);
  });

  test("the columns of the broken laws share more than the noise, and more was expected of 'twice a'", async () => {
    const [, attribution] = await gan.explain!(model, stranger, listening(1));
    const parts = [...attribution!.values];
    expect(parts.indexOf(Math.min(...parts))).toBe(4);
    expect(attribution!.expected![2]).toBeGreaterThan(-2.4);
  });

  test("more columns than are tried one by one still add up", async () => {
    const random = seededRandom(2);
    const names = Array.from({ length: 80 }, String);
    const wide = matrixSamples(
      Float32Array.from({ length: 40 * 80 }, () => random() - 0.5),
      names,
    );
    const fitted = await gan.fit(wide, { ...params, steps: 50, members: 1, batch: 8 }, listening(1));
    const row = matrixSamples(wide.block(0, 1), names);
    const [score] = await gan.score(fitted, row, listening(1));
    const [attribution] = await gan.explain!(fitted, row, listening(1));
    expect(attribution!.values.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score!, 4);
  });
});

test("draws the losses of both networks, and shows the networks, the errors, made rows and the end", () => {
  expect(new Set(heard.metrics.map(({ name }) => name))).toEqual(new Set(["discriminator loss", "generator loss"]));
  expect(heard.trainingViews[0]).toMatchObject({ kind: "architecture", copies: 2 });
  expect(new Set(heard.trainingViews.map(({ kind }) => kind))).toEqual(
    new Set(["architecture", "errors", "generated", "stopped"]),
  );
  const images = heard.trainingViews.flatMap((trainingView) =>
    trainingView.kind === "generated" ? [trainingView] : [],
  );
  expect(images.length).toBeGreaterThan(3);
  for (const { made, real } of images)
    expect([made.length, real.length]).toEqual([300 * linkedColumns.length, 300 * linkedColumns.length]);
  expect(images.at(-1)!.made).not.toEqual(images[0]!.made);
  expect(heard.notes.map(({ code }) => code)).toEqual(["neural.backend.no-browser", "gan.varied"]);
});

test("a generator that hardly learned makes rows that are nearly alike, and that is said", async () => {
  const context = listening(3);
  await gan.fit(samples, { ...params, members: 1, steps: 50, learningRate: 0.0001 }, context);
  const verdict = context.notes.find(({ code }) => code === "gan.collapsed");
  expect(verdict!.values!["percent"]).toBeLessThan(40);
});

test("ended early it still scores, and rows held out decide which weights are kept", async () => {
  const context = listening(4, 30);
  const early = await gan.fit(samples, { ...params, members: 1, validation: 0.2 }, context);
  expect(context.metrics.some(({ name }) => name === "validation loss")).toBe(true);
  expect(context.trainingViews.find(({ kind }) => kind === "stopped")).toMatchObject({ why: "ended-early", of: 100 });
  expect((await gan.score(early, samples, listening(1))).every(Number.isFinite)).toBe(true);
});

test("fitting, scoring and explaining leave no tensor behind", async () => {
  const before = tf.memory().numTensors;
  for (let round = 0; round < 20; round++) {
    const fitted = await gan.fit(linkedRows(60), { ...params, steps: 50, members: 1 }, listening(round, 5));
    await gan.score(fitted, samples, listening(1));
    await gan.explain!(fitted, linkedRows(3), listening(1));
  }
  expect(tf.memory().numTensors).toBe(before);
});

test("the second pass learns from the least suspicious rows", async () => {
  const context = listening(5);
  await gan.fit(samples, { ...params, members: 1, steps: 50, learnFrom: "least-suspicious", kept: 0.9 }, context);
  expect(context.notes.at(-1)).toEqual({ code: "neural.learn-from.share", values: { rows: 270, of: 300 } });
});

test("thousands of columns do not make a layer of thousands, and the number of codes can be chosen", () => {
  const { encoder, generator, discriminator } = ganSpecs(5000, params);
  const unitsOf = ({ layers }: typeof encoder) => layers.map((layer) => layer.kind === "dense" && layer.units);
  expect([encoder, generator, discriminator].map(unitsOf)).toEqual([[128, 71], [128, 5000], [32, 32, 1]]); // prettier-ignore
  expect(unitsOf(ganSpecs(10, { latent: 3 }).encoder)).toEqual([10, 3]);
});
