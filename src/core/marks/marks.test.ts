import { expect, it } from "vitest";
import type { Mark } from "../project/mark";
import { changedMarks } from "./changed-marks";
import { kappaOf, mergedMarks } from "./merged-marks";

const said = { by: "Ann", at: 5 };
const mark = (row: string, verdict: Mark["verdict"], more: Partial<Mark> = {}): Mark => ({
  row,
  verdict,
  note: "",
  tags: [],
  by: "",
  at: 0,
  ...more,
});

it("marks several rows at once, and changes nothing that was not said", () => {
  const first = changedMarks([], ["a", "b"], { verdict: "anomaly" }, said);
  expect(first).toEqual([mark("a", "anomaly", said), mark("b", "anomaly", said)]);
  const noted = changedMarks(first, ["a"], { note: "paid twice" }, { by: "", at: 9 });
  expect(noted).toContainEqual(mark("a", "anomaly", { note: "paid twice", at: 9 }));
  expect(noted).toContainEqual(mark("b", "anomaly", said));
  expect(changedMarks(noted, ["a", "c"], { verdict: null }, said)).toEqual([mark("b", "anomaly", said)]);
});

it("leaves a row that only a note was written on open", () => {
  expect(changedMarks([], ["a"], { note: "ask Bob" }, said)).toEqual([
    mark("a", "unsure", { note: "ask Bob", ...said }),
  ]);
});

it("lays two people's marks together: what both marked keeps ours, and where they differ is listed", () => {
  const ours = [mark("a", "anomaly"), mark("b", "not-anomaly"), mark("c", "unsure", { tags: ["x"] })];
  const theirs = [
    mark("a", "anomaly", { note: "yes" }),
    mark("b", "anomaly"),
    mark("c", "unsure", { tags: ["y"] }),
    mark("d", "anomaly"),
  ];
  const { marks, added, agreed, conflicts } = mergedMarks(ours, theirs);
  expect(marks).toEqual([
    mark("a", "anomaly", { note: "yes" }),
    mark("b", "not-anomaly"),
    mark("c", "unsure", { tags: ["x", "y"] }),
    mark("d", "anomaly"),
  ]);
  expect({ added, agreed }).toEqual({ added: 1, agreed: 2 });
  expect(conflicts).toEqual([{ ours: ours[1], theirs: theirs[1] }]);
});

it("measures agreement beyond chance", () => {
  // The example of Cohen's table as it is taught: 20 both yes, 15 both no, 5 and 10 of each split.
  const pairs = [
    ...Array.from({ length: 20 }, () => ["y", "y"] as const),
    ...Array.from({ length: 5 }, () => ["y", "n"] as const),
    ...Array.from({ length: 10 }, () => ["n", "y"] as const),
    ...Array.from({ length: 15 }, () => ["n", "n"] as const),
  ];
  expect(kappaOf(pairs)).toBeCloseTo(0.4, 10);
  expect(kappaOf([["y", "y"]])).toBeNull();
  expect(kappaOf([])).toBeNull();
});
