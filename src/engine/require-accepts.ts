import { illegalParameter } from "../core/data/illegal-parameter";
import type { Detector } from "../core/detect/detector";

type Accepting<A extends Detector["accepts"]> = Extract<Detector, { readonly accepts: A }>;

/** The detector, when it accepts such samples. Throws where it accepts others: what fits a kind of row was checked before. */
export function requireAccepts<A extends Detector["accepts"]>(detector: Detector, accepts: A): Accepting<A> {
  // What it accepts is what tells detectors apart.
  if (detector.accepts === accepts) return detector as Accepting<A>;
  throw illegalParameter("other-samples", { detector: detector.id });
}
