import type { MatrixSamples } from "../../../core/detect/samples";
import { errorKinds } from "../training/error-kinds";
import type { BlockSeries } from "./block-series";
import type { SeriesError } from "./series-error-param";

/** Windows of blocks: what a network reads and what it is to answer, both in blocks from the window's first. */
export interface WindowPlan {
  readonly reads: number;
  /** Where what is answered begins: `reads` where the network forecasts, 0 where it rebuilds. */
  readonly from: number;
  readonly answers: number;
}

export interface BlockWindows {
  readonly plan: WindowPlan;
  /** The first block of each window; before `begin`, that of its part, lie copies of the part's first block. */
  readonly first: Int32Array;
  readonly begin: Uint32Array;
}

/** Windows `stride` blocks apart over each part, the last at its end; a part that is too short is one window. */
export function blockWindowsOf({ starts }: BlockSeries, plan: WindowPlan, stride = 1): BlockWindows {
  const length = lengthOf(plan);
  const [first, begin]: [number[], number[]] = [[], []];
  for (let part = 0; part + 1 < starts.length; part++) {
    const [from, last] = [starts[part]!, starts[part + 1]! - length]; // part + 1 < length
    if (starts[part + 1]! === from) continue; // one more start than parts
    for (let at = from; at < last; at += stride) first.push(at);
    first.push(last);
    while (begin.length < first.length) begin.push(from);
  }
  return { plan, first: Int32Array.from(first), begin: Uint32Array.from(begin) };
}

function lengthOf({ reads, from, answers }: WindowPlan): number {
  return Math.max(reads, from + answers);
}

/** The windows numbered `chosen`. */
export function someWindows({ plan, first, begin }: BlockWindows, chosen: Uint32Array): BlockWindows {
  return { plan, first: Int32Array.from(chosen, (i) => first[i]!), begin: chosen.map((i) => begin[i]!) }; // they exist
}

/** What the network reads of each window, or what it is to answer, as rows of a matrix. */
export function rowsOfWindows(
  blocks: BlockSeries,
  { plan, first, begin }: BlockWindows,
  part: "read" | "wanted",
): MatrixSamples {
  const [from, steps] = part === "read" ? [0, plan.reads] : [plan.from, plan.answers];
  const { channels, values } = blocks;
  const width = steps * channels;
  return {
    kind: "matrix",
    count: first.length,
    shape: [width],
    width,
    features: Array.from({ length: width }, (_, i) => `${i}`),
    origin: Uint32Array.from(first.keys()),
    block(start, end) {
      const rows = new Float32Array((end - start) * width);
      for (let window = start, at = 0; window < end; window++)
        for (let step = 0; step < steps; step++) {
          const block = Math.max(begin[window]!, first[window]! + from + step); // windows of these
          for (let channel = 0; channel < channels; channel++) rows[at++] = values[block * channels + channel]!; // a block of the series
        }
      return rows;
    },
  };
}

/** Gathers the answers of networks by block: the mean error of all that speak of it, and their mean. */
export class AnswersByBlock {
  private readonly errors: Float64Array;
  private readonly sums: Float64Array;
  private readonly counts: Uint32Array;

  constructor(
    private readonly blocks: BlockSeries,
    private readonly windows: BlockWindows,
    private readonly error: SeriesError,
  ) {
    this.errors = new Float64Array(blocks.values.length);
    this.sums = new Float64Array(blocks.values.length);
    this.counts = new Uint32Array(blocks.values.length / Math.max(1, blocks.channels));
  }

  /** The answer to one window, [answers, channels]. */
  add(window: number, answer: Float32Array): void {
    const { values, channels } = this.blocks;
    const { plan, first, begin } = this.windows;
    const { of } = errorKinds[this.error];
    for (let step = 0; step < plan.answers; step++) {
      const block = first[window]! + plan.from + step; // a window of these
      if (block < begin[window]!) continue; // a window of these
      this.counts[block]!++; // a block of the part
      for (let channel = 0; channel < channels; channel++) {
        const [said, at] = [answer[step * channels + channel]!, block * channels + channel]; // as long
        this.sums[at]! += said; // a block of the series
        this.errors[at]! += of(said, values[at]!); // a block of the series
      }
    }
  }

  /** Mean errors and mean answers, [blocks, channels]; NaN where no window answers. */
  means(): { readonly errors: Float64Array; readonly expected: Float32Array } {
    const countOf = (at: number) => this.counts[Math.floor(at / this.blocks.channels)]!; // one for each block
    return {
      errors: this.errors.map((sum, at) => (countOf(at) ? sum / countOf(at) : NaN)),
      expected: Float32Array.from(this.sums, (sum, at) => (countOf(at) ? sum / countOf(at) : NaN)),
    };
  }
}
