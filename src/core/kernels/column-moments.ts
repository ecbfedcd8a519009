import type { SamplesBase } from "../detect/samples-base";
import { momentsOf, type ViewState } from "../math/moments";
import { sharedKernel, type Kernel } from "./kernel";
import { roomFor } from "./room";

type Rows = Pick<SamplesBase, "count" | "width" | "block">;

/** Numbers that are gone through between two yields. */
const CELLS_PER_BLOCK = 262_144;

/** Mean, spread and range of each column, as `momentsOf` has them to the last bit; all NaN without rows. */
export async function columnMoments(
  rows: Rows,
  yieldToEvents: () => Promise<void>,
  kernel: Kernel | null = sharedKernel(),
): Promise<readonly ViewState[]> {
  return kernel && rows.count > 0 ? byVectors(rows, yieldToEvents, kernel) : oneByOne(rows, yieldToEvents);
}

async function oneByOne({ count, width, block }: Rows, yieldToEvents: () => Promise<void>): Promise<ViewState[]> {
  const column = new Float64Array(count);
  const all = block(0, count);
  const moments: ViewState[] = [];
  for (let feature = 0; feature < width; feature++) {
    for (let row = 0; row < count; row++) column[row] = all[row * width + feature]!; // row < count
    moments.push(momentsOf(column));
    await yieldToEvents();
  }
  return moments;
}

/** All columns at once: the numbers of a row lie side by side. Numbers of 32 bits need no factor to bring them near 1. */
async function byVectors(rows: Rows, yieldToEvents: () => Promise<void>, kernel: Kernel): Promise<ViewState[]> {
  const { count, width } = rows;
  const padded = Math.ceil(width / 4) * 4;
  const step = Math.max(1, Math.floor(CELLS_PER_BLOCK / Math.max(1, width)));
  const [sums, low, high] = [new Float64Array(padded), new Float32Array(padded), new Float32Array(padded)];
  low.fill(Infinity);
  high.fill(-Infinity);
  const [gaps, squares] = [new Float64Array(padded), new Float64Array(padded)];
  const overBlocks = async (visit: (from: number, to: number) => void) => {
    for (let from = 0; from < count; from += step) {
      visit(from, Math.min(count, from + step));
      await yieldToEvents();
    }
  };
  await overBlocks((from, to) => {
    const room = roomFor(kernel, {
      values: ["f32", (to - from) * width + 4],
      sums: ["f64", padded],
      low: ["f32", padded],
      high: ["f32", padded],
    });
    room.values.view.set(rows.block(from, to));
    room.sums.view.set(sums);
    room.low.view.set(low);
    room.high.view.set(high);
    kernel.columnSums(room.values.at, to - from, width, padded, room.sums.at, room.low.at, room.high.at);
    sums.set(room.sums.view);
    low.set(room.low.view);
    high.set(room.high.view);
  });
  const rough = sums.map((sum) => sum / count);
  await overBlocks((from, to) => {
    const room = roomFor(kernel, {
      values: ["f32", (to - from) * width + 4],
      rough: ["f64", padded],
      gaps: ["f64", padded],
      squares: ["f64", padded],
    });
    room.values.view.set(rows.block(from, to));
    room.rough.view.set(rough);
    room.gaps.view.set(gaps);
    room.squares.view.set(squares);
    kernel.columnDeviations(room.values.at, to - from, width, padded, room.rough.at, room.gaps.at, room.squares.at);
    gaps.set(room.gaps.view);
    squares.set(room.squares.view);
  });
  return Array.from({ length: width }, (_, j) => {
    const [min, max] = [low[j]!, high[j]!]; // j < width, and so below
    if (min === max) return { mean: min, sd: 0, min, max };
    const shift = gaps[j]! / count;
    const sd = Math.sqrt(Math.max(0, squares[j]! / count - shift * shift));
    return { mean: Math.min(max, Math.max(min, rough[j]! + shift)), sd, min, max };
  });
}
