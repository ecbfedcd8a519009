import { expect, it } from "vitest";
import { trainingViewOf, withTrainingView, type TrainingView } from "./training-view";

const errors = (at: number, ...values: number[]): TrainingView => ({
  kind: "errors",
  at,
  errors: Float32Array.from(values),
});
const stopped: TrainingView = { kind: "stopped", at: 9, kept: 5, of: 10, why: "no-better" };

it("keeps one view of each kind, the newest", () => {
  const trainingViews = [errors(1, 4), stopped, errors(2, 3)].reduce<readonly TrainingView[]>(withTrainingView, []);
  expect(trainingViews.map(({ kind }) => kind)).toEqual(["stopped", "errors"]);
  expect(trainingViewOf(trainingViews, "errors")?.at).toBe(2);
  expect(trainingViewOf(trainingViews, "stopped")).toBe(stopped);
  expect(trainingViewOf(trainingViews, "layout")).toBeUndefined();
});

it("remembers the first errors, also across two bundles of trainingViews", () => {
  const bundle = [errors(3, 2), errors(4, 1)].reduce<readonly TrainingView[]>(withTrainingView, []);
  const trainingViews = [errors(1, 4), errors(2, 3), ...bundle].reduce<readonly TrainingView[]>(withTrainingView, []);
  expect(trainingViewOf(trainingViews, "errors")).toMatchObject({
    at: 4,
    first: { at: 1, errors: Float32Array.of(4) },
  });
});

it("forgets them when the training starts again", () => {
  const trainingViews = [errors(1, 4), errors(500, 3), errors(1, 5)].reduce<readonly TrainingView[]>(
    withTrainingView,
    [],
  );
  expect(trainingViewOf(trainingViews, "errors")).toEqual(errors(1, 5));
});
