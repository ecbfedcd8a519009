import type { Attribution } from "../../core/explain/attribution";
import type { FindingReason } from "../../core/detect/test-outcome";

/** Each feature that a reason names counts half as much as the one before it, where they are not all alike. */
const PART_OF_NEXT = 0.5;

/** How much each feature speaks for a sample that stands out, as the reason names them; nothing where it has no evidence. */
export function attributionOfReason(reason: FindingReason | undefined, width: number): Attribution {
  const values = new Float32Array(width);
  reason?.features.forEach((feature, at) => {
    values[feature] = reason.alike ? 1 : PART_OF_NEXT ** at;
  });
  return { over: "features", values, additive: false };
}
