import { expect, it } from "vitest";
import { sequenceClassesOf } from "./sequence-classes";

it("takes the class that all events of a sequence name, the most frequent first", () => {
  const column = { kind: "text" as const, name: "class", values: ["b", "", "a", "a", "a", "b", "", "a"] };
  const { classes, classNames, mixed } = sequenceClassesOf(
    column,
    Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 7]),
    Uint32Array.of(0, 2, 4, 6, 7, 8),
  );
  expect(classNames).toEqual(["a", "b"]);
  expect([...classes]).toEqual([1, 0, -1, -1, 0]);
  expect(mixed).toBe(1);
});
