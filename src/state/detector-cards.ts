import type { Detector, DetectorOf, ImageDetector, MatrixDetector } from "../core/detect/detector";
import { detectors, findingsSet, imagesQuickSet, quickSet } from "../detectors/registry";

/** What a screen may know of a detector: all but its working. JSON. */
export interface DetectorCard
  extends
    Omit<DetectorOf<never>, "fit" | "score" | "explain" | "test" | "reasons">,
    Pick<Detector, "accepts">,
    Pick<Partial<MatrixDetector>, "windows" | "taught">,
    Pick<Partial<ImageDetector>, "needs"> {
  /** It knows its own error: its scores are evidence. */
  readonly tests: boolean;
}

/**
 * Every detector there is, in the order of the picker. The page of the production build gets this module worked out,
 * as JSON (scripts/detector-cards.mjs): the detectors themselves are only ever run in the worker.
 */
export const detectorCards: readonly DetectorCard[] = detectors.map(cardOf);

/** All of a detector but its working. */
function cardOf(detector: Detector): DetectorCard {
  // Its working is what cannot be sent as JSON.
  return {
    ...Object.fromEntries(Object.entries(detector).filter(([, part]) => typeof part !== "function")),
    tests: detector.test !== undefined,
  } as unknown as DetectorCard;
}

export { findingsSet, imagesQuickSet, quickSet };
