import { expect, it } from "vitest";
import { holdsMasks, setNamed } from "./folder-words";

it("knows the sets and the masks by name", () => {
  expect(["train", "Training", "test", "valid", "test_set", "tests of strength", "trainer"].map(setNamed)).toEqual([
    "train",
    "train",
    "test",
    "validation",
    "test",
    null,
    null,
  ]);
  expect(["masks", "ground_truth", "GroundTruth", "masked"].map(holdsMasks)).toEqual([true, true, true, false]);
});
