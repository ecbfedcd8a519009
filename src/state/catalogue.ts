import type { Detector } from "../core/detect/detector";
import { detectorById, detectors } from "../detectors/registry";

/** What a screen may know of a detector: all but its working. */
export type DetectorCard = Omit<Detector, "fit" | "score" | "explain">;

/** Every detector there is, in the order of the picker. */
export const catalogue: readonly DetectorCard[] = detectors;

/** The card of that id; undefined when there is none, as in a session saved by another version. */
export function detectorCardOf(id: string): DetectorCard | undefined {
  return detectorById(id);
}
