import { expect, it } from "vitest";
import { byStep, datasetOf, eventsKind, numbers, times, words } from "../../testing/made-up-series";
import { eventSamplesOf } from "./event-samples-of";
import { NO_ROW } from "./series-samples";
import { sliceEvents } from "./slice-series";

it("codes symbols by how often they occur, in the order of each sequence", () => {
  const dataset = datasetOf(
    words("event", ["open", "read", "read", "open", "", "read", "close", "read"]),
    words("session", ["a", "a", "b", "b", "a", "b", "", "c"]),
    numbers("step", [1, 0, 0, 1, 2, 2, 0, 0]),
  );
  const { samples, counts, names, stepOf, notes } = eventSamplesOf(dataset, eventsKind({ sequence: 1, time: 2 }));
  expect(samples.vocabulary).toEqual(["read", "open", ""]);
  expect([...counts]).toEqual([4, 2, 1]);
  expect(names).toEqual(["a", "b", "c"]);
  expect([...samples.starts]).toEqual([0, 3, 6, 7]);
  expect([...samples.origin]).toEqual([1, 0, 4, 2, 3, 5, 7]);
  expect([...samples.block(0, 7)]).toEqual([0, 1, 2, 0, 1, 0, 0]);
  expect([...stepOf]).toEqual([1, 0, 3, 4, 2, 5, NO_ROW, 6]);
  expect(notes).toEqual([
    { code: "events.no-name", values: { count: 1, column: "session" } },
    { code: "events.backwards", values: { count: 1, column: "step" } },
    { code: "events.no-symbol", values: { count: 1, column: "event" } },
  ]);
});

it("is one long stream where no column names the sequences, in the order of the file", () => {
  const dataset = datasetOf(numbers("code", [7, 7, 3, NaN]));
  const { samples, names } = eventSamplesOf(dataset, eventsKind());
  expect(samples).toMatchObject({ count: 4, vocabulary: ["7", "", "3"], level: "event", features: ["code"] });
  expect([...samples.starts]).toEqual([0, 4]);
  expect(names).toEqual([""]);
});

it("copes with sequences of length one, and with nothing but missing symbols", () => {
  const alone = datasetOf(words("event", ["a", "b", "a"]), numbers("id", [1, 2, 3]));
  expect([...eventSamplesOf(alone, eventsKind({ sequence: 1 })).samples.starts]).toEqual([0, 1, 2, 3]);
  const empty = datasetOf(words("event", ["", ""]));
  expect(eventSamplesOf(empty, eventsKind()).samples).toMatchObject({ vocabulary: [""], count: 2 });
});

it("refuses what holds no event, by name", () => {
  const untimed = datasetOf(words("event", ["a"]), times("t", [NaN]));
  expect(() => eventSamplesOf(untimed, eventsKind({ time: 1 }))).toThrow(
    expect.objectContaining({ info: expect.objectContaining({ code: "no-rows" }) as unknown }) as Error,
  );
  expect(() => eventSamplesOf(untimed, eventsKind({ symbol: 9 }))).toThrow(
    expect.objectContaining({ info: expect.objectContaining({ code: "illegal-parameter" }) as unknown }) as Error,
  );
});

it("takes half a million events of a hundred thousand sequences", () => {
  const count = 500_000;
  const dataset = datasetOf(
    words(
      "event",
      Array.from({ length: count }, (_, i) => `E${(i * i) % 50}`),
    ),
    numbers(
      "id",
      byStep(count, (i) => (i * 7919) % 100_000),
    ),
  );
  const { samples } = eventSamplesOf(dataset, eventsKind({ sequence: 1 }));
  expect(samples.starts).toHaveLength(100_001);
  expect(samples.count).toBe(count);
});

it("keeps the times of events and the cells beside their symbols, in their order", () => {
  const dataset = datasetOf(
    words("event", ["pay", "ask", "pay"]),
    words("case", ["a", "a", "b"]),
    times("at", [20, 10, 30]),
    numbers("cost", [7, 8, 9]),
  );
  const { samples, cellColumns } = eventSamplesOf(dataset, eventsKind({ sequence: 1, time: 2 }), { beside: [3] });
  expect([...samples.times!.values]).toEqual([10, 20, 30]);
  expect(samples.times!.isClock).toBe(true);
  expect(cellColumns).toEqual([0, 3]);
  expect([...samples.cells!.block(0, 3)]).toEqual([1, 8, 0, 7, 0, 9]);
  const later = sliceEvents(samples, 1, 3);
  expect([...later.times!.values]).toEqual([20, 30]);
  expect([...later.cells!.block(0, 2)]).toEqual([0, 7, 0, 9]);
});
