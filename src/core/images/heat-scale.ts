import type { HeatScale } from "./heat-colour";
import { quantileOfSorted } from "../math/quantile";

/** Places that are looked at to say what is calm: enough for a quantile. */
const MAX_VALUES_READ = 1_000_000;
const CALM_QUANTILE = 0.99;
const ORDINARY_PEAKS_QUANTILE = 0.98;
const STRANGE_PEAKS_QUANTILE = 0.9;
/** However alike images are, the contour lies above what is calm, and the top above the contour. */
const MIN_RATIO_OF_LEVELS = 1.05;
const MIN_RATIO_OF_TOP = 1.5;

/**
 * One scale for the maps of a run, [images, cells] each: what 99 % of the places of ordinary images stay below is
 * calm; the contour is where the peaks of ordinary images end, or lower where most strange images peak below that.
 */
export function heatScaleOf(ordinary: readonly Float32Array[], strange: readonly Float32Array[]): HeatScale {
  const calmer = ordinary.length > 0 ? ordinary : strange;
  const calm = quantileOfSorted(sortedPart(calmer), CALM_QUANTILE);
  const ordinaryPeaks = peaksOf(calmer);
  const strangePeaks = peaksOf(strange);
  const ceiling = quantileOfSorted(ordinaryPeaks, ORDINARY_PEAKS_QUANTILE);
  const half = strangePeaks.length > 0 ? quantileOfSorted(strangePeaks, 0.5) : ceiling;
  const top = strangePeaks.length > 0 ? quantileOfSorted(strangePeaks, STRANGE_PEAKS_QUANTILE) : ceiling;
  const threshold = Math.max(calm * MIN_RATIO_OF_LEVELS, Math.min(ceiling, half), Number.MIN_VALUE);
  return { calm, threshold, most: Math.max(top, threshold * MIN_RATIO_OF_TOP) };
}

function peaksOf(maps: readonly Float32Array[]): Float64Array {
  return Float64Array.from(maps, peakOf).sort();
}

export function peakOf(map: Float32Array): number {
  return map.reduce((most, value) => Math.max(most, value), 0);
}

/** The values of all maps, or evenly many of each, ascending. */
function sortedPart(maps: readonly Float32Array[]): Float64Array {
  const all = maps.reduce((sum, { length }) => sum + length, 0);
  const stride = Math.max(1, Math.ceil(all / MAX_VALUES_READ));
  const values = new Float64Array(maps.reduce((sum, { length }) => sum + Math.ceil(length / stride), 0));
  let out = 0;
  for (const map of maps) for (let at = 0; at < map.length; at += stride) values[out++] = map[at]!; // at < length
  return values.sort();
}
