import { rocAuc } from "../score/metrics";

/** A map and what a person marked on it: both [side, side], the mask 1 and 0. */
export interface MaskedMap {
  readonly map: Float32Array;
  readonly mask: Uint8Array;
}

/** How far from a mask its peak may lie, as a share of the side. */
const MASK_MARGIN_SHARE = 0.05;

/** Area under the ROC curve over all pixels of all maps; NaN where all are marked, or none. */
export function pixelAuc(maps: readonly MaskedMap[]): number {
  const count = maps.reduce((sum, { map }) => sum + map.length, 0);
  const scores = new Float64Array(count);
  const labels = new Uint8Array(count);
  let at = 0;
  for (const { map, mask } of maps) {
    scores.set(map, at);
    labels.set(mask, at);
    at += map.length;
  }
  return rocAuc(scores, labels);
}

/** Whether the highest place of a map lies in the mask, or not further from it than a twentieth of the side. */
export function isPeakInMask({ map, mask }: MaskedMap, side: number): boolean {
  const peak = map.reduce((best, value, at) => (value > map[best]! ? at : best), 0); // best < length
  const [row, column] = [Math.floor(peak / side), peak % side];
  const reach = MASK_MARGIN_SHARE * side;
  return mask.some((marked, at) => {
    return marked === 1 && Math.hypot(Math.floor(at / side) - row, (at % side) - column) <= reach;
  });
}
