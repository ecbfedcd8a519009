import type { SeriesSamples } from "../../../core/series/series-samples";

/** How series are made coarser for a network: as many steps in a block, and what is 0 and 1 in each channel. */
export interface BlockScale {
  /** Steps of a block. */
  readonly size: number;
  readonly centers: Float64Array;
  readonly scales: Float64Array;
}

/** Means of blocks of steps, series after series, standardised; the last block of a part is up to twice as long. */
export interface BlockSeries {
  readonly channels: number;
  readonly size: number;
  /** Where the blocks of each part begin; one more entry, the number of blocks, at the end. */
  readonly starts: Uint32Array;
  /** [blocks, channels] */
  readonly values: Float32Array;
}

/** The parameter of what makes series coarser. */
export const resolutionParam = {
  kind: "integer",
  default: 500,
  min: 50,
  max: 10_000,
  scale: "log",
  label: "Resolution (blocks)",
  help: "Into about how many blocks the longest series is cut; more see shorter stretches, know less of the long run, and take longer.",
  main: true,
} as const;

/** Steps of a block so that the longest part has about `points` of them. */
export function blockSizeFor({ starts }: SeriesSamples, points: number): number {
  return Math.max(1, Math.round(maxPartLength(starts) / points));
}

/** Steps, or blocks, of the longest part. */
export function maxPartLength(starts: Uint32Array): number {
  let longest = 0;
  for (let part = 0; part + 1 < starts.length; part++) longest = Math.max(longest, starts[part + 1]! - starts[part]!); // part + 1 < length
  return longest;
}

/** The scale that makes the block means of these series standardised. A channel whose blocks are all equal stays 0. */
export function blockScaleOf(series: SeriesSamples, size: number): BlockScale {
  const { values, channels } = blockMeans(series, size);
  const centers = new Float64Array(channels);
  const squares = new Float64Array(channels);
  const count = values.length / channels;
  values.forEach((value, at) => (centers[at % channels]! += value / count)); // a channel
  values.forEach((value, at) => (squares[at % channels]! += (value - centers[at % channels]!) ** 2 / count)); // a channel
  return { size, centers, scales: squares.map((square) => (square > 1e-12 ? Math.sqrt(square) : 1)) };
}

export function blockSeriesOf(series: SeriesSamples, { size, centers, scales }: BlockScale): BlockSeries {
  const blocks = blockMeans(series, size);
  const { values, channels } = blocks;
  return {
    ...blocks,
    values: values.map((value, at) => (value - centers[at % channels]!) / scales[at % channels]!), // one for each channel
  };
}

function blockMeans(series: SeriesSamples, size: number): BlockSeries {
  const { width: channels } = series;
  const starts = Uint32Array.from(series.starts);
  for (let part = 0; part + 1 < starts.length; part++)
    starts[part + 1] = starts[part]! + blocksIn(series.starts[part + 1]! - series.starts[part]!, size); // part + 1 < length
  const values = new Float32Array((starts.at(-1) ?? 0) * channels);
  const sums = new Float64Array(channels);
  for (let part = 0; part + 1 < starts.length; part++)
    for (let block = starts[part]!, from = series.starts[part]!; block < starts[part + 1]!; block++) {
      const to = block + 1 === starts[part + 1]! ? series.starts[part + 1]! : from + size; // one more start than parts
      sums.fill(0);
      series.block(from, to).forEach((value, at) => (sums[at % channels]! += value)); // a channel
      sums.forEach((sum, channel) => (values[block * channels + channel] = sum / (to - from)));
      from = to;
    }
  return { channels, size, starts, values };
}

function blocksIn(steps: number, size: number): number {
  return steps === 0 ? 0 : Math.max(1, Math.floor(steps / size));
}

/**
 * For each step the block whose number it gets: its own, or (where a step may only know its past) the last that is
 * complete with it, -1 where there is none yet.
 */
export function blockOfSteps(series: SeriesSamples, { starts, size }: BlockSeries): Int32Array {
  const blocks = new Int32Array(series.count);
  for (let part = 0; part + 1 < starts.length; part++) {
    const [begin, end, first, blockCount] = [
      series.starts[part]!, // both have as many starts
      series.starts[part + 1]!,
      starts[part]!,
      starts[part + 1]! - starts[part]!,
    ];
    for (let step = begin; step < end; step++) {
      const own = Math.min(blockCount - 1, Math.floor((step - begin) / size));
      if (series.points === "covering") blocks[step] = first + own;
      else {
        const complete =
          step + 1 === end ? blockCount : Math.min(blockCount - 1, Math.floor((step + 1 - begin) / size));
        blocks[step] = complete > 0 ? first + complete - 1 : -1;
      }
    }
  }
  return blocks;
}

/** Numbers of blocks as numbers of steps, [count, channels]: straight lines between the middles of blocks. */
export function linesThrough(series: SeriesSamples, blocks: BlockSeries, ofBlocks: Float32Array): Float32Array {
  const { starts, size, channels } = blocks;
  const lines = new Float32Array(series.count * channels);
  for (let part = 0; part + 1 < starts.length; part++) {
    const [first, last] = [starts[part]!, starts[part + 1]! - 1]; // as many starts as the series has
    for (let step = series.starts[part]!, away = 0; step < series.starts[part + 1]!; step++, away++) {
      const place = Math.min(last, Math.max(first, first + (away + 0.5) / size - 0.5));
      const [low, share] = [Math.floor(place), place - Math.floor(place)];
      const high = Math.min(last, low + 1);
      for (let channel = 0; channel < channels; channel++) {
        const [one, other] = [ofBlocks[low * channels + channel]!, ofBlocks[high * channels + channel]!]; // blocks of the part
        // Where one of them is unknown, the nearer one counts.
        const line = share === 0 ? one : one + share * (other - one);
        lines[step * channels + channel] = Number.isNaN(line) ? (share < 0.5 ? one : other) : line;
      }
    }
  }
  return lines;
}
