import type { Note } from "../../../core/data/note";
import type { Metric } from "../../../core/detect/context";
import { VALIDATION_ACCURACY } from "./learner";

/**
 * How a network does on the `rows` samples that were held out, where some were, beside those that it learned from: its
 * error and, where an answer is right or wrong, how often it is right, beside `usual`, the share that who always says
 * the same gets right. `metrics` are the curves as they were reported; what is told is of the weights that are kept.
 */
export function heldOutNotes(metrics: readonly Metric[], rows: number, usual: number | null = null): Note[] {
  const curve = metrics.filter(({ name }) => name === "validation loss");
  const [best] = curve.toSorted((a, b) => a.value - b.value);
  if (!best) return [];
  const at = (name: string) => metrics.find((metric) => metric.name === name && metric.at === best.at)?.value;
  const values = { rows, heldOut: short(best.value), learned: short(at("loss") ?? NaN) };
  const accuracy = at(VALIDATION_ACCURACY);
  const error: Note = { code: "neural.held-out.error", values };
  if (accuracy === undefined || usual === null) return at("loss") === undefined ? [] : [error];
  return [
    error,
    { code: "neural.held-out.accuracy", values: { rows, percent: percentOf(accuracy), usual: percentOf(usual) } },
  ];
}

function short(value: number): number {
  return Number(value.toPrecision(3));
}

function percentOf(share: number): number {
  return Math.round(100 * share);
}
