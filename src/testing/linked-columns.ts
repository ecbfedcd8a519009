import type { Note } from "../core/data/note";
import type { Context, Metric } from "../core/detect/context";
import { matrixSamples } from "../core/detect/samples";
import type { TrainingView } from "../core/detect/training-view";
import { seededRandom } from "../core/math/random";

export const linkedColumns = ["a", "b", "twice a", "a - b", "noise"];

/** Rows that obey "twice a" and "a - b"; the last one breaks both, with values that are usual in each column. */
export function linkedRows(count: number) {
  const random = seededRandom(4);
  const draw = () => 3 * random() - 1.5;
  const width = linkedColumns.length;
  const values = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const [a, b] = [draw(), draw()];
    values.set([a, b, 2 * a, a - b, draw()], row * width);
  }
  values.set([1.2, 1.2, -2.4, -2, 0], (count - 1) * width);
  return matrixSamples(values, linkedColumns);
}

/** A context that keeps all that a training says; it wants the model as it is after `endAt` checkpoints. */
export function listening(seed: number, endAt = Infinity) {
  const [notes, metrics, trainingViews]: [Note[], Metric[], TrainingView[]] = [[], [], []];
  let checkpoints = 0;
  const context: Context = {
    random: seededRandom(seed),
    checkpoint: (_, more = []) => {
      checkpoints++;
      metrics.push(...more);
      return Promise.resolve();
    },
    pause: () => Promise.resolve(),
    note: (note) => notes.push(note),
    show: (trainingView) => trainingViews.push(trainingView),
    endsEarly: () => checkpoints >= endAt,
    backend: "auto",
  };
  return { ...context, notes, metrics, trainingViews };
}
