import { Failure } from "../data/failure";
import type { SamplesBase } from "./samples-base";

/** Throws the failure "no-rows" or "no-features" when there is nothing to fit on. */
export function requireSamples(samples: SamplesBase): void {
  if (samples.count === 0) throw new Failure({ code: "no-rows" });
  if (samples.width === 0) throw new Failure({ code: "no-features" });
}
