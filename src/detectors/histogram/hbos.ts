import { forEachBlock } from "../../core/detect/blocks";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { upperBound } from "../../core/math/sort";
import { binAt } from "./bin-count";
import { equalCountHistogram, equalWidthHistogram, type Histogram } from "./column-histogram";

/** A histogram per column, its bins already turned into what they add to the score. */
export interface HistogramModel {
  readonly columns: readonly Histogram[];
  /** -log2(density + smoothing) of each bin of each column. */
  readonly terms: readonly Float64Array[];
  /** What a value adds that lies beyond all bins. */
  readonly beyond: number;
  readonly median: Float32Array;
}

/** A value beyond the last bin by less than this share of its width still counts to it. */
export const MAX_BINS_BEYOND = 0.5;

/**
 * Sum over the columns of -log2(density + smoothing), densities in units of the column's range, as PyOD's
 * HBOS gives for columns scaled to 0..1. Departures: a value beyond the fitted range counts as in an empty
 * bin (PyOD: as in the emptiest); a value on an edge but for rounding always counts to the right, where PyOD
 * leaves it to the last digit; the paper's heights are scaled to a maximum of 1, which is a constant per column.
 */
export const hbos = defineMatrixDetector({
  id: "hbos",
  version: 1,
  label: "Histograms (HBOS)",
  family: "histogram",
  summary: "Draws a histogram of each column and adds up how thinly filled the bins are that a row falls into.",
  blindTo:
    "Odd combinations of ordinary values: each column is evaluated alone; and all empty bins count the same, near or far.",
  reference:
    "Goldstein, M. & Dengel, A. (2012). Histogram-based Outlier Score (HBOS). KI 2012; Birgé, L. & Rozenholc, Y. (2006). How many bins should be put in a regular histogram. ESAIM P&S 10.",
  prefers: { scale: "standard", encode: "rare-level", why: { code: "histogram.own-range" } },
  params: {
    widths: {
      kind: "choice",
      label: "Bins of",
      help: "Equal width sees gaps best; equal count makes narrow bins where rows are dense, for long tails.",
      default: "equal width",
      options: ["equal width", "equal count"],
      main: true,
    },
    automatic: {
      kind: "toggle",
      label: "Choose the number of bins",
      help: "Each column gets the number of bins that its own values call for.",
      default: true,
      main: true,
    },
    bins: {
      kind: "integer",
      label: "Bins",
      help: "More bins see finer gaps but take chance for structure when there are few rows.",
      default: 20,
      min: 2,
      max: 500,
      scale: "log",
      main: true,
      when: { param: "automatic", is: false },
    },
    smoothing: {
      kind: "number",
      label: "Weight of rare bins (smoothing)",
      help: "Added to every density: smaller lets one empty bin decide, larger lets many thin bins add up.",
      default: 0.1,
      min: 0.001,
      max: 1,
      scale: "log",
    },
  },
  async fit(samples, params, context): Promise<HistogramModel> {
    requireSamples(samples);
    const { count, width } = samples;
    const all = samples.block(0, count);
    const sorted = new Float32Array(count);
    const median = new Float32Array(width);
    const columns: Histogram[] = [];
    const bins = params.automatic ? null : params.bins;
    for (let feature = 0; feature < width; feature++) {
      for (let row = 0; row < count; row++) sorted[row] = all[row * width + feature]!; // row < count
      sorted.sort();
      median[feature] = sorted[count >>> 1]!; // count > 0
      columns.push(
        params.widths === "equal width" ? equalWidthHistogram(sorted, bins) : equalCountHistogram(sorted, bins),
      );
      await context.checkpoint((feature + 1) / width);
    }
    const terms = columns.map(({ heights }) => heights.map((height) => -Math.log2(height + params.smoothing)));
    return { columns, terms, beyond: -Math.log2(params.smoothing), median };
  },
  async score(model: HistogramModel, samples, context) {
    const { width } = samples;
    const scores = new Float64Array(samples.count);
    await forEachBlock(samples, context, (values, from, to) => {
      for (let feature = 0; feature < width; feature++)
        for (let row = from, at = feature; row < to; row++, at += width)
          scores[row] = scores[row]! + termOf(model, feature, values[at]!); // a value per row and feature
    });
    return scores;
  },
  explain: (model: HistogramModel, samples) => Promise.resolve(explainBins(model, samples)),
});

function termOf(model: HistogramModel, feature: number, value: number): number {
  const { low, high, edges } = model.columns[feature]!; // feature < width
  const terms = model.terms[feature]!; // feature < width
  const bins = terms.length;
  if (bins === 0) return 0;
  if (value < low) {
    const first = edges.length > 0 ? edges[1]! - low : (high - low) / bins; // there is a bin
    return low - value <= MAX_BINS_BEYOND * first ? terms[0]! : model.beyond;
  }
  if (value > high) {
    const last = edges.length > 0 ? high - edges[bins - 1]! : (high - low) / bins; // one more edge than bins
    return value - high <= MAX_BINS_BEYOND * last ? terms[bins - 1]! : model.beyond;
  }
  if (edges.length === 0) return terms[binAt(value, low, high - low, bins)]!; // within the range
  return terms[Math.min(bins, upperBound(edges, value)) - 1]!; // the first edge is at most the value
}

/** What each column adds, in bits of rarity, beside its median: the sum is the score. */
function explainBins(model: HistogramModel, samples: SamplesBase): Attribution[] {
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const values = Float32Array.from(row, (value, feature) => termOf(model, feature, value));
    return { over: "features", values, expected: model.median.slice(), additive: true };
  });
}
