import { kernelRow, type Points } from "./rbf";

const MAX_BYTES = 100_000_000;

/** Rows of the kernel matrix, computed when first asked for; those not asked for longest make room. */
export class KernelCache {
  private readonly rows = new Map<number, Float32Array>();
  private readonly most: number;

  constructor(
    private readonly points: Points,
    private readonly gamma: number,
  ) {
    this.most = Math.max(2, Math.floor(MAX_BYTES / (4 * points.count)));
  }

  /** The kernels between `row` and all points. Only the last two answers are certain to stay as they are. */
  row(row: number): Float32Array {
    let found = this.rows.get(row);
    if (found) this.rows.delete(row);
    else {
      found = this.room();
      kernelRow(this.points, row, this.gamma, found);
    }
    this.rows.set(row, found); // a map keeps the order in which it was filled: the first is the oldest
    return found;
  }

  private room(): Float32Array {
    const oldest = this.rows.size < this.most ? undefined : this.rows.entries().next().value;
    if (!oldest) return new Float32Array(this.points.count);
    this.rows.delete(oldest[0]);
    return oldest[1];
  }
}
