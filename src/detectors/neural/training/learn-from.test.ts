import { expect, test } from "vitest";
import type { Note } from "../../../core/data/note";
import type { Context, Metric } from "../../../core/detect/context";
import { matrixSamples } from "../../../core/detect/samples";
import type { TrainingView } from "../../../core/detect/training-view";
import { seededRandom } from "../../../core/math/random";
import { learnFrom, type FitAndScore } from "./learn-from";

/** Ten rows of one number; the last two are far off. */
const samples = matrixSamples(Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 90, 80]), ["a"]);
const twoPasses = { learnFrom: "least-suspicious", kept: 0.8 } as const;

/** Learns the rows by heart, in four steps, and scores by size. */
const rote: FitAndScore<number[]> = {
  async fit(some, context) {
    context.note({ code: "neural.verdict.good", values: { rows: some.count } });
    for (let step = 1; step <= 4; step++) await context.checkpoint(step / 4, [{ name: "loss", at: step, value: 1 }]);
    context.show({ kind: "stopped", at: 4, kept: 3, of: 4, why: "no-better" });
    return [...some.block(0, some.count)];
  },
  async score(_, some, context) {
    await context.checkpoint(1);
    return Float64Array.from(some.block(0, some.count));
  },
};

/** Ends early at the checkpoint numbered `endAt`. */
function listening(endAt = Infinity) {
  const [progress, metrics, trainingViews, notes]: [number[], Metric[], TrainingView[], Note[]] = [[], [], [], []];
  const context: Context = {
    random: seededRandom(1),
    checkpoint: (done, more = []) => {
      progress.push(done);
      metrics.push(...more);
      return Promise.resolve();
    },
    pause: () => Promise.resolve(),
    note: (note) => notes.push(note),
    show: (trainingView) => trainingViews.push(trainingView),
    endsEarly: () => progress.length >= endAt,
    backend: "cpu",
  };
  return { ...context, progress, metrics, trainingViews, notes };
}

test("all rows are learned in one pass", async () => {
  const heard = listening();
  const model = await learnFrom(samples, { learnFrom: "all", kept: 0.8 }, heard, rote);
  expect(model).toHaveLength(10);
  expect(heard.progress).toEqual([0.25, 0.5, 0.75, 1]);
});

test("only rows labelled normal are learned where a person wants that, and all where too few are", async () => {
  const many = matrixSamples(
    Float32Array.from({ length: 40 }, (_, row) => row),
    ["a"],
  );
  const normal = Uint8Array.from(many.origin, (row) => (row < 25 ? 1 : 0));
  const only = { learnFrom: "labelled-normal", kept: 0.8 } as const;
  const heard = listening();
  expect(await learnFrom({ ...many, normal }, only, heard, rote)).toEqual(Array.from({ length: 25 }, (_, row) => row));
  expect(heard.notes[0]).toEqual({ code: "neural.learn-from.labelled", values: { rows: 25, of: 40 } });
  expect(await learnFrom({ ...many, normal }, { ...only, learnFrom: "all" }, listening(), rote)).toHaveLength(40);
  const few = listening();
  expect(await learnFrom({ ...many, normal: normal.fill(0, 10) }, only, few, rote)).toHaveLength(40);
  expect(few.notes[0]?.code).toBe("neural.learn-from.too-few-labelled");
  expect(await learnFrom(many, only, listening(), rote)).toHaveLength(40);
});

test("the second pass learns from the least suspicious share, and goes on where the first stopped", async () => {
  const heard = listening();
  const model = await learnFrom(samples, twoPasses, heard, rote);
  expect(model).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(heard.progress).toEqual([...heard.progress].sort((a, b) => a - b));
  expect(heard.progress.at(-1)).toBe(1);
  expect(heard.metrics.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(heard.trainingViews.at(-1)).toEqual({ kind: "stopped", at: 8, kept: 7, of: 8, why: "no-better" });
  expect(heard.notes.map(({ code, values }) => [code, values])).toEqual([
    ["neural.verdict.good", { rows: 8 }],
    ["neural.learn-from.share", { rows: 8, of: 10 }],
  ]);
});

test("rows with equal scores stay together, however many are wanted", async () => {
  const equal = matrixSamples(new Float32Array(10), ["a"]);
  expect(await learnFrom(equal, { ...twoPasses, kept: 0.5 }, listening(), rote)).toHaveLength(10);
  expect(await learnFrom(matrixSamples(Float32Array.of(3), ["a"]), twoPasses, listening(), rote)).toEqual([3]);
});

test("ended in the first pass there is no second", async () => {
  const heard = listening(2);
  expect(await learnFrom(samples, twoPasses, heard, rote)).toHaveLength(10);
  expect(heard.notes.map(({ code }) => code)).toEqual(["neural.verdict.good"]);
});

test("ended in the second pass the first one's model is used, and that is said", async () => {
  const heard = listening(7);
  expect(await learnFrom(samples, twoPasses, heard, rote)).toHaveLength(10);
  expect(heard.notes.at(-1)!.code).toBe("neural.learn-from.first-pass");
});
