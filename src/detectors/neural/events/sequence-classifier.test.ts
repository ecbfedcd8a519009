import { beforeAll, expect, test } from "vitest";
import type { Note } from "../../../core/data/note";
import { defaultsOf } from "../../../core/detect/param-schema";
import { seededRandom } from "../../../core/math/random";
import { architectureOf } from "../network";
import { eventsFrom } from "../../../testing/planted-events";
import { testContext } from "../../../testing/test-context";
import { equallyLong, readSequences } from "./read-sequences";
import { symbolClassesOf } from "../../../core/series/symbol-classes";
import { sequenceClassifier } from "./sequence-classifier";
import type { SequenceClassifierModel } from "./sequence-classifier-model";
import { sequenceClassifierSpec } from "./sequence-classifier-params";

/** Jobs that end as their class says, whatever came between; one is called by the wrong class, of one it is unknown. */
const [MISNAMED, UNNAMED] = [7, 8];
const random = seededRandom(3);
const sequences = Array.from({ length: 90 }, (_, i) => [
  "open",
  ...Array.from({ length: 1 + Math.floor(4 * random()) }, () => (random() < 0.5 ? "read" : "write")),
  i % 3 === 0 ? "fail" : "close",
]);
const classes = Int32Array.from(sequences, (one, i) => {
  if (i === UNNAMED) return -1;
  return Number(one.includes("fail")) ^ Number(i === MISNAMED);
});
const events = eventsFrom(sequences, { classes, classNames: ["done", "broken"] });
const params = {
  ...defaultsOf(sequenceClassifier.params),
  embedding: 4,
  first: 8,
  second: 4,
  passes: 40,
  learningRate: 0.02,
  batch: 16,
};

let model: SequenceClassifierModel;
let scores: Float64Array;
const notes: Note[] = [];
beforeAll(async () => {
  model = await sequenceClassifier.fit(events, params, { ...testContext(2), note: (note) => void notes.push(note) });
  scores = await sequenceClassifier.score(model, events, testContext());
});

test("the sequence that is called by the wrong class is the strangest, and all its events with it", () => {
  const most = Math.max(...scores);
  const own = scores.subarray(events.starts[MISNAMED], events.starts[MISNAMED + 1]);
  expect(own.every((score) => score === most)).toBe(true);
});

test("which class it takes a sequence for is told, and whether it was learned from", async () => {
  const answers = (await sequenceClassifier.classify!(model, events, testContext()))!;
  expect(answers.names).toEqual(["done", "broken"]);
  const first = (sequence: number) => events.starts[sequence]!;
  expect(answers.likeliest[first(MISNAMED)]).toBe(0);
  expect(answers.likeliest[first(UNNAMED)]).toBe(0);
  expect(answers.likeliest[first(0)]).toBe(1);
  expect(answers.unseen[first(UNNAMED)]).toBe(1);
  const held = sequences.filter((_, i) => answers.unseen[first(i)] === 1).length;
  expect(held).toBe(1 + Math.floor(0.2 * 89));
});

test("how often it is right on what was held out is told beside who always names the most frequent class", () => {
  const told = notes.find(({ code }) => code === "neural.held-out.accuracy");
  expect(told?.values).toMatchObject({ rows: 17 });
  expect(Number(told?.values?.["percent"])).toBeGreaterThanOrEqual(90);
});

test("the event that decides has the largest part in the score", async () => {
  const parts = await sequenceClassifier.explain!(model, events, testContext());
  const own = parts.slice(events.starts[MISNAMED], events.starts[MISNAMED + 1]).map(({ values }) => values[0]!);
  expect(own.indexOf(Math.max(...own))).toBe(own.length - 1);
});

test("other evidence: sure of none, or the rarest class", async () => {
  const rarest = await sequenceClassifier.score({ ...model, evidence: "rarest" }, events, testContext());
  expect(rarest[events.starts[0]!]).toBeGreaterThan(0.9);
  expect(rarest[events.starts[1]!]).toBeLessThan(0.1);
  const unsure = await sequenceClassifier.score({ ...model, evidence: "unsure" }, events, testContext());
  expect(unsure.every((score) => score >= 0 && score <= 0.5)).toBe(true);
});

test("without classes nothing stands out, and what to do is said", async () => {
  const said: Note[] = [];
  const none = await sequenceClassifier.fit(eventsFrom(sequences), params, {
    ...testContext(),
    note: (note) => void said.push(note),
  });
  expect(said.map(({ code }) => code)).toEqual(["sequence.no-classes"]);
  expect(new Set(await sequenceClassifier.score(none, events, testContext()))).toEqual(new Set([0]));
  expect(await sequenceClassifier.classify!(none, events, testContext())).toBeNull();
});

test("its defaults are the textbook's: an embedding of 32, simple cells of 64 and 32", () => {
  const layers = architectureOf(sequenceClassifierSpec(9, 20, 3, defaultsOf(sequenceClassifier.params)));
  expect(layers.map(({ kind, shape }) => `${kind} ${shape.join()}`)).toEqual([
    "embedding 20,32",
    "rnn 20,64",
    "rnn 32",
    "dense 3",
  ]);
});

test("sequences are filled up in front, cut in front, and read in batches of one length", () => {
  const some = eventsFrom([["a", "b"], ["a", "b", "b", "a", "b", "a"], ["b"]]); // prettier-ignore
  const read = readSequences(some, symbolClassesOf(some, 9), 5);
  const boundary = 3;
  expect([...read.read(Uint32Array.of(0, 2))]).toEqual([boundary, boundary, 1, 0, boundary, boundary, boundary, 0]);
  expect([...read.read(Uint32Array.of(1))]).toEqual([boundary, boundary, boundary, 0, 0, 1, 0, 1]);
  expect(equallyLong(read, Uint32Array.of(0, 1, 2), 9).map((group) => [...group])).toEqual([[0, 2], [1]]);
});
