import { expect, it } from "vitest";
import { holdsMasks, setNamed, soundsOrdinary } from "./folder-words";

it.each(["good", "OK", "Normal", "no_defect", "defect-free", "NotDamaged", "good parts", "non-defective"])(
  "%s sounds ordinary",
  (name) => expect(soundsOrdinary(name)).toBe(true),
);

it.each(["bad", "not ok", "abnormal", "defect", "scratch", "no good", "", "3", "notes", "train"])(
  "%s does not",
  (name) => expect(soundsOrdinary(name)).toBe(false),
);

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
