import { beforeAll, describe, expect, test } from "vitest";
import { defaultsOf } from "../../../core/detect/param-schema";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { autoencoder, type AutoencoderModel } from "./autoencoder";
import { autoencoderSpec } from "./autoencoder-spec";
import { architectureOf, forward, weightTensors } from "../network";
import { readNumbers, startBackend, type Tf } from "../backend/tf";
import { linkedColumns, linkedRows, listening } from "../../../testing/linked-columns";

const params = { ...defaultsOf(autoencoder.params), steps: 200, members: 2 };
const samples = linkedRows(300);
let tf: Tf;
let model: AutoencoderModel;
let scores: Float64Array;
beforeAll(async () => {
  tf = await startBackend("cpu");
  model = await autoencoder.fit(samples, params, listening(1));
  scores = await autoencoder.score(model, samples, listening(1));
});

test("a row that breaks a law without an extreme value is the strangest", () => {
  expect(scores.indexOf(Math.max(...scores))).toBe(299);
});

test("a row's score has the same bits alone as in company", async () => {
  for (const row of [0, 17, 150, 299]) {
    const alone = matrixSamples(samples.block(row, row + 1), linkedColumns);
    expect((await autoencoder.score(model, alone, listening(1)))[0]).toBe(scores[row]);
  }
});

test("values far outside what floats can square still get a finite score", async () => {
  const wild = matrixSamples(Float32Array.from([3e38, -3e38, 1e-38, 0, 1e20]), linkedColumns);
  expect((await autoencoder.score(model, wild, listening(1)))[0]).toBeGreaterThan(Math.max(...scores));
});

describe("explanation", () => {
  test("the parts add up to the score, and the broken columns stand out", async () => {
    const row = matrixSamples(samples.block(299, 300), linkedColumns);
    const [attribution] = await autoencoder.explain!(model, row, listening(1));
    const parts = [...attribution!.values];
    expect(attribution!.additive).toBe(true);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(scores[299]!, 5);
    expect(parts.indexOf(Math.max(...parts))).not.toBe(4);
    expect(attribution!.expected).toHaveLength(linkedColumns.length);
  });

  test("a column at its expected value has no part in the score of a single network", async () => {
    const single = { ...model, networks: model.networks.slice(0, 1), scales: model.scales.slice(0, 1) };
    const row = samples.block(299, 300);
    // The noise column hardly steers the others, so its own expectation moves little when it is set to it.
    const values = Float32Array.from(row);
    for (let turn = 0; turn < 50; turn++) {
      const [now] = await autoencoder.explain!(single, matrixSamples(values, linkedColumns), listening(1));
      values.set(now!.expected!);
    }
    const [settled] = await autoencoder.explain!(single, matrixSamples(values, linkedColumns), listening(1));
    expect(Math.max(...settled!.values)).toBeLessThan(0.05);
  });
});

test("says which backend it ran on and how well it learned, and draws both losses", async () => {
  const context = listening(2);
  await autoencoder.fit(samples, { ...params, steps: 60, members: 1 }, context);
  expect(context.notes.map(({ code }) => code)).toEqual([
    "neural.backend.no-browser",
    "neural.verdict.good",
    "neural.held-out.error",
  ]);
  expect(context.metrics.map(({ name, at }) => `${name} ${at}`)).toEqual(
    [20, 40, 60].flatMap((at) => [`loss ${at}`, `validation loss ${at}`]),
  );
});

test("fitting, scoring and explaining leave no tensor behind", async () => {
  const before = tf.memory().numTensors;
  for (let round = 0; round < 4; round++) {
    const fitted = await autoencoder.fit(samples, { ...params, steps: 50, members: 1 }, listening(round));
    await autoencoder.score(fitted, samples, listening(1));
    await autoencoder.explain!(fitted, linkedRows(3), listening(1));
  }
  expect(tf.memory().numTensors).toBe(before);
});

test("shows what the network is made of, and the errors of the same rows from the start to the kept weights", async () => {
  const context = listening(2);
  await autoencoder.fit(samples, { ...params, steps: 90, members: 1 }, context);
  const [architecture, ...others] = context.trainingViews;
  expect(architecture).toMatchObject({ kind: "architecture", copies: 1, networks: [{ input: [5] }, { input: [3] }] });
  const errors = others.filter((trainingView) => trainingView.kind === "errors");
  expect(errors.map(({ at }) => at)).toEqual([0, 20, 40, 60, 80, 90]);
  const means = errors.map((look) => look.errors.reduce((sum, error) => sum + error, 0) / look.errors.length);
  expect(means).toEqual([...means].sort((a, b) => b - a));
  expect(new Set(errors.map((look) => look.errors.length))).toEqual(new Set([300]));
});

test("a middle that can hold next to nothing of pure noise is called a collapse", async () => {
  const random = seededRandom(5);
  const values = Float32Array.from({ length: 400 * 30 }, () => 4 * random() - 2);
  const noise = matrixSamples(
    values,
    Array.from({ length: 30 }, (_, j) => `x${j}`),
  );
  const context = listening(3);
  await autoencoder.fit(noise, { ...params, network: "custom", latent: 1, hidden: 8, members: 1 }, context);
  expect(context.notes.map(({ code }) => code)).toContain("neural.verdict.collapsed");
});

describe("the textbook's network", () => {
  const textbook = { ...params, network: "textbook", steps: 300, learningRate: 0.03, members: 1 } as const;

  test("is columns, five, columns: ReLU, then sigmoids", () => {
    expect(autoencoderSpec(9, textbook).layers).toEqual([
      { kind: "dense", units: 5, activation: "relu" },
      { kind: "dense", units: 9, activation: "sigmoid" },
    ]);
  });

  test("reads shares of the range, whatever the units, and expects in the units of the rows", async () => {
    const moved = matrixSamples(
      samples.block(0, 300).map((value, i) => (i % linkedColumns.length === 0 ? 1000 + 50 * value : value)),
      linkedColumns,
    );
    const [one, other] = await Promise.all(
      [samples, moved].map((rows) => autoencoder.fit(rows, textbook, listening(1))),
    );
    const [a, b] = [
      await autoencoder.score(one!, samples, listening(1)),
      await autoencoder.score(other!, moved, listening(1)),
    ];
    a.forEach((score, row) => expect(b[row]).toBeCloseTo(score, 2));
    const [attribution] = await autoencoder.explain!(
      other!,
      matrixSamples(moved.block(0, 1), linkedColumns),
      listening(1),
    );
    expect(attribution!.expected![0]).toBeGreaterThan(900);
    expect(attribution!.expected![0]).toBeLessThan(1100);
  });
});

test("noise, weight decay, two passes, the optimiser and the loss each change what is learned", async () => {
  const quick = { ...params, steps: 50, members: 1 };
  const changes = [
    {},
    { noise: 0.5 },
    { weightDecay: 1 },
    { learnFrom: "least-suspicious" },
    { optimiser: "adadelta" },
    { loss: "absolute" },
    { loss: "cross-entropy" },
  ] as const;
  const all: string[] = [];
  for (const change of changes) {
    const fitted = await autoencoder.fit(samples, { ...quick, ...change }, listening(1));
    all.push((await autoencoder.score(fitted, samples, listening(1))).join());
  }
  expect(new Set(all).size).toBe(changes.length);
});

test("a deep network narrows evenly to its middle", () => {
  const deep = { ...params, network: "custom", depth: 3, hidden: 32, latent: 4 } as const;
  expect(architectureOf(autoencoderSpec(10, deep)).map(({ shape: [units] }) => units)).toEqual([
    32, 16, 8, 4, 8, 16, 32, 10,
  ]);
  const flat = { ...deep, depth: 0 } as const;
  expect(architectureOf(autoencoderSpec(10, flat)).map(({ shape: [units] }) => units)).toEqual([4, 10]);
});

test("thousands of columns do not make a layer of thousands", () => {
  expect(architectureOf(autoencoderSpec(5000, params)).map(({ shape }) => shape)).toEqual([[128], [71], [128], [5000]]);
});

test.each([
  ["squared", (error: number) => error ** 2],
  ["absolute", Math.abs],
] as const)(
  "by the %s error a score is the plain mean of it over the columns, and the parts still add up",
  async (error, of) => {
    const plain = { ...params, steps: 50, members: 1, error } as const;
    const fitted = await autoencoder.fit(samples, plain, listening(1));
    const one = matrixSamples(samples.block(299, 300), linkedColumns);
    const [score] = await autoencoder.score(fitted, one, listening(1));
    const [network] = fitted.networks;
    const rebuilt = tf.tidy(() => readNumbers(forward(tf, network!.spec, weightTensors(tf, network!), tf.tensor2d(one.block(0, 1), [1, 5])))); // prettier-ignore
    const errors = [...one.block(0, 1)].map((value, j) => of(value - rebuilt[j]!));
    expect(score).toBeCloseTo(errors.reduce((sum, each) => sum + each, 0) / 5, 4);
    const [attribution] = await autoencoder.explain!(fitted, one, listening(1));
    expect(attribution!.values.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score!, 4);
  },
);

test("as many passes as were asked for are taken, and what a pass is is told", async () => {
  const context = listening(1);
  await autoencoder.fit(samples, { ...params, members: 1, epochs: 3, batch: 128, validation: 0 }, context);
  expect(context.trainingViews.find(({ kind }) => kind === "stopped")).toMatchObject({ at: 6, of: 6, perEpoch: 2 });
});
