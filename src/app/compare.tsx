import { CompareScreen } from "../features/compare/compare-screen";
import { Evaluation } from "../features/evaluate/evaluation";

/** Detectors side by side, and how good each is by what is known. */
export function Compare() {
  return (
    <CompareScreen>
      <Evaluation />
    </CompareScreen>
  );
}
