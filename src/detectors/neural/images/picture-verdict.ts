import type { Note } from "../../../core/data/note";
import type { Metric } from "../../../core/detect/detector";
import { verdictOf } from "../training/verdict";

/**
 * Percent of the mean picture's error above which nearly nothing was learned. On three sets of pictures, trained by the
 * defaults, 4 to 15 were left; of raw pictures, where networks collapse, 69 to 83.
 */
const POOR = 50;

/** How much of the mean picture's error was left at the last report, in percent; 0 where nothing was reported. */
export function leftOf(metrics: readonly Metric[]): number {
  // By their scale, answering with the mean picture always loses 1.
  return Math.round(100 * (metrics.findLast(({ name }) => name === "loss")?.value ?? 0));
}

/** Whether so much is left that pictures are rebuilt little better than by the mean picture. */
export function isPoor(percent: number): boolean {
  return percent > POOR;
}

/** How well pictures were learned, by the curve of a training without any held out. */
export function pictureVerdictOf(metrics: readonly Metric[]): Note {
  const general = verdictOf(metrics, 1);
  const isGeneral = !["neural.verdict.good-unchecked", "neural.verdict.collapsed"].includes(general.code);
  return isGeneral && !isPoor(leftOf(metrics)) ? general : leftNote(leftOf(metrics));
}

/** How well pictures were learned that keep so much of the mean picture's error when they are rebuilt. */
export function leftNote(percent: number): Note {
  return {
    code: isPoor(percent) ? "neural.verdict.poor-pictures" : "neural.verdict.good-pictures",
    values: { percent },
  };
}
