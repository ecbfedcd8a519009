import type { RowExplanation } from "../../core/explain/explanation";
import { peakOf } from "../../core/images/heat-scale";
import { placeOfBox, strongestRegion } from "../../core/images/strongest-region";
import type { CallTools } from "../calls/host";
import type { StoredRun } from "../stored-run";
import { heatOf, levelsOf, type ImageInputOf } from "./heat";

/** Names the strongest place of each image; of a detector that tells no places there is no reason to name. */
export async function explainImages(
  run: StoredRun,
  inputOf: ImageInputOf,
  rows: Uint32Array,
  tools: CallTools,
): Promise<RowExplanation[]> {
  const heat = await heatOf(run, rows, inputOf, tools);
  if (!heat)
    return Array.from(rows, (row) => ({ row, contributions: [], method: { code: "image.method-whole" as const } }));
  const { suggestions, sorted, scores } = run.result;
  const levels = await levelsOf(run, suggestions[0]?.value ?? sorted[0] ?? 0, inputOf, tools);
  const column = run.table.dataset.columns.findIndex(({ name }) => name === "image");
  return Array.from(rows, (row, at): RowExplanation => {
    const map = heat.maps[at]!; // one per row
    const method = { code: "image.method-heat" as const };
    const region = levels && strongestRegion(map, heat.side, Math.min(levels.threshold, peakOf(map)));
    if (!region || Number.isNaN(scores[row]) || peakOf(map) <= levels.calm) return { row, contributions: [], method };
    const percent = Math.round(100 * region.share);
    const note = { code: `image.at-${placeOfBox(region)}` as const, values: { percent } };
    const place = { column, share: region.share, value: null, typical: null, expected: null };
    return { row, contributions: [{ ...place, direction: "high", note }], method };
  });
}
