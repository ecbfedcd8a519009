import type { Note } from "../../core/data/note";
import type { RowExplanation } from "../../core/explain/explanation";

/** The explanation with the sentence that says why the row stands out, which is also the reason of its first column. */
export function withFinding(explanation: RowExplanation, finding: Note): RowExplanation {
  const contributions = explanation.contributions.map((one, at) => (at === 0 ? { ...one, note: finding } : one));
  return { ...explanation, contributions, finding };
}
