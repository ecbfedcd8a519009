import type { Detector } from "../core/detect/detector";
import { detectors, imagesQuickSet, quickSet, seriesQuickSet } from "../detectors/registry";

/** What a screen may know of a detector: all but its working. JSON. */
export type DetectorCard = Omit<Detector, "fit" | "score" | "explain" | "examine" | "expect">;

/**
 * Every detector there is, in the order of the picker. The page of the production build gets this module worked out,
 * as JSON (scripts/detector-cards.mjs): the detectors themselves are only ever run in the worker.
 */
export const detectorCards: readonly DetectorCard[] = detectors.map(
  ({ fit: _fit, score: _score, explain: _explain, examine: _examine, expect: _expect, ...card }) => card,
);

export { imagesQuickSet, quickSet, seriesQuickSet };
