import { defineEventDetector } from "../../core/detect/detector";
import type { TestOutcome } from "../../core/detect/test-outcome";
import { MIN_CASES } from "../../core/findings/cases";
import type { EventSamples } from "../../core/series/series-samples";
import { tested, type OwnTest } from "../findings/tested";

/** A detector of events that knows its own error. */
export function defineSequenceTest<M>(own: OwnTest<EventSamples, M>) {
  const detector = tested(own);
  // `defineEventDetector` leaves open whether a detector tests.
  return { ...defineEventDetector(detector), test: detector.test };
}

/** What is said where sequences are too few to be compared; null where there are enough. */
export function tooFewSequences({ starts }: EventSamples): TestOutcome | null {
  if (starts.length - 1 >= MIN_CASES) return null;
  return { kind: "silent", why: { code: "event-finding.few-sequences", values: { least: MIN_CASES } } };
}
