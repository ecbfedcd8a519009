import { forEachBlock } from "../../core/detect/blocks";
import type { Context } from "../../core/detect/context";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";

/** Where the values of one column usually lie, and the unit in which distances from there are counted. */
export interface Band {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
  /** 0: the column never varied, so it says nothing. */
  readonly unit: number;
}

export type Combine = "max" | "mean";
export type Side = "both" | "high" | "low";

/** A band per feature: the fitted model of every detector that looks at one column at a time. */
export interface ColumnBands {
  readonly centre: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly unit: Float64Array;
  readonly combine: Combine;
  readonly side: Side;
}

/** Fits one band per feature; `bandOf` gets all values of a feature and may reorder them. */
export async function fitBands(
  samples: SamplesBase,
  rule: { readonly combine: Combine; readonly side: Side },
  bandOf: (values: Float64Array) => Band,
  context: Context,
): Promise<ColumnBands> {
  requireSamples(samples);
  const { count, width } = samples;
  const [centre, low, high, unit] = [0, 0, 0, 0].map(() => new Float64Array(width)) as [
    // Four arrays in, four arrays out.
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const values = new Float64Array(count);
  const all = samples.block(0, count);
  for (let feature = 0; feature < width; feature++) {
    for (let row = 0; row < count; row++) values[row] = all[row * width + feature]!; // row < count
    const band = bandOf(values);
    centre[feature] = band.centre;
    low[feature] = band.low;
    high[feature] = band.high;
    unit[feature] = band.unit > 0 ? band.unit : 0;
    await context.checkpoint((feature + 1) / width);
  }
  return { centre, low, high, unit, combine: rule.combine, side: rule.side };
}

/**
 * One score per sample, in units of its columns. "max": the distance of the column that lies farthest
 * beyond its band, negative when every column lies within. "mean": the distances beyond the bands, averaged
 * over all columns; where no column lies beyond, the same negative distance as with "max", so that ordinary
 * rows are still in order.
 */
export async function scoreBands(bands: ColumnBands, samples: SamplesBase, context: Context): Promise<Float64Array> {
  const { width } = samples;
  const scores = new Float64Array(samples.count);
  const ofRow = bands.combine === "max" ? farthestBeyond : meanBeyond;
  await forEachBlock(samples, context, (values, from, to) => {
    for (let row = from; row < to; row++) scores[row] = ofRow(bands, values, (row - from) * width);
  });
  return scores;
}

/**
 * What each column adds: its distance beyond the band, over the number of columns when those are averaged.
 * A row that lies within all bands is explained by the one column that comes closest to leaving its own.
 */
export function explainBands(bands: ColumnBands, samples: SamplesBase): Attribution[] {
  const { width } = samples;
  const expected = Float32Array.from(bands.centre);
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const distances = Array.from({ length: width }, (_, feature) => distanceOf(bands, feature, row[feature]!)); // feature < width
    const farthest = farthestBeyond(bands, row, 0);
    const nearest = distances.indexOf(farthest);
    const values = Float32Array.from(distances, (distance, feature) => {
      if (farthest <= 0) return feature === nearest ? farthest : 0;
      return Math.max(0, distance) / (bands.combine === "mean" ? width : 1);
    });
    return { over: "features", values, expected, additive: bands.combine === "mean" };
  });
}

function farthestBeyond(bands: ColumnBands, values: Float32Array, start: number): number {
  let farthest = Number.NEGATIVE_INFINITY;
  for (let feature = 0; feature < bands.unit.length; feature++) {
    const distance = distanceOf(bands, feature, values[start + feature]!); // the row has one value per band
    if (distance > farthest) farthest = distance;
  }
  return farthest === Number.NEGATIVE_INFINITY ? 0 : farthest;
}

function meanBeyond(bands: ColumnBands, values: Float32Array, start: number): number {
  let sum = 0;
  for (let feature = 0; feature < bands.unit.length; feature++) {
    const distance = distanceOf(bands, feature, values[start + feature]!); // the row has one value per band
    if (distance > 0) sum += distance;
  }
  return sum > 0 ? sum / bands.unit.length : farthestBeyond(bands, values, start);
}

/** Signed distance beyond the band, in the unit of the column; -Infinity for a column that never varied. */
function distanceOf(bands: ColumnBands, feature: number, value: number): number {
  const unit = bands.unit[feature]!; // feature < width
  if (unit === 0) return Number.NEGATIVE_INFINITY;
  const above = (value - bands.high[feature]!) / unit;
  const below = (bands.low[feature]! - value) / unit;
  if (bands.side === "both") return above > below ? above : below;
  return bands.side === "high" ? above : below;
}
