import type { Note } from "../../../core/data/note";
import type { Metric } from "../../../core/detect/context";
import { verdictOf } from "../training/verdict";

/**
 * Percent of the mean image's error above which nearly nothing was learned. On three sets of images, trained by the
 * defaults, 4 to 15 were left; of raw images, where networks collapse, 69 to 83.
 */
const MIN_POOR_PERCENT = 50;

/** How much of the mean image's error was left at the last report, in percent; 0 where nothing was reported. */
export function percentLeft(metrics: readonly Metric[]): number {
  // By their scale, answering with the mean image always loses 1.
  return Math.round(100 * (metrics.findLast(({ name }) => name === "loss")?.value ?? 0));
}

/** Whether so much is left that images are rebuilt little better than by the mean image. */
export function isPoor(percent: number): boolean {
  return percent > MIN_POOR_PERCENT;
}

/** How well images were learned, by the curve of a training without any held out. */
export function imageVerdictOf(metrics: readonly Metric[]): Note {
  const general = verdictOf(metrics, 1);
  const isGeneral = !["neural.verdict.good-unchecked", "neural.verdict.collapsed"].includes(general.code);
  return isGeneral && !isPoor(percentLeft(metrics)) ? general : leftNote(percentLeft(metrics));
}

/** How well images were learned that keep so much of the mean image's error when they are rebuilt. */
export function leftNote(percent: number): Note {
  return {
    code: isPoor(percent) ? "neural.verdict.poor-images" : "neural.verdict.good-images",
    values: { percent },
  };
}
