import { Failure } from "../data/failure";
import type { Samples } from "./samples";

/** Throws the failure "no-rows" or "no-features" when there is nothing to fit on. */
export function requireSamples(samples: Samples): void {
  if (samples.count === 0) throw new Failure({ code: "no-rows" });
  if (samples.width === 0) throw new Failure({ code: "no-features" });
}
