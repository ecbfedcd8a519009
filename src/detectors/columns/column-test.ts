import type { ColumnSamples } from "../../core/detect/column-samples";
import { defineColumnDetector } from "../../core/detect/detector";
import { tested, type OwnTest } from "../findings/tested";

/** A detector of columns that knows its own error. */
export function defineColumnTest<M>(own: OwnTest<ColumnSamples, M>) {
  const detector = tested(own);
  // `defineColumnDetector` leaves open whether a detector tests.
  return { ...defineColumnDetector(detector), test: detector.test };
}
