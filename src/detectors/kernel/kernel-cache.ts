import { createKernel, type Kernel } from "../../core/kernels/kernel";
import { roomFor } from "../../core/kernels/room";
import { kernelRow, POWERS_OF_E, type Points } from "./rbf";

const MAX_BYTES = 100_000_000;
const POINTS_PER_GROUP = 4;

/** Rows of the kernel matrix, computed when first asked for; those not asked for longest make room. */
export class KernelCache {
  private readonly rows = new Map<number, Float32Array>();
  private readonly most: number;
  private readonly maker: RowMaker;

  constructor(points: Points, gamma: number, kernel: Kernel | null = createKernel()) {
    const { count } = points;
    this.most = Math.min(count, Math.max(2, Math.floor(MAX_BYTES / (4 * count))));
    this.maker = kernel ? makerByVectors(points, gamma, kernel) : (row, out) => kernelRow(points, row, gamma, out);
    this.empty = () => new Float32Array(count);
  }

  private readonly empty: () => Float32Array;

  /** The kernels between `row` and all points. Only the last two answers are certain to stay as they are. */
  row(row: number): Float32Array {
    let found = this.rows.get(row);
    if (found) this.rows.delete(row);
    else {
      found = this.room();
      this.maker(row, found);
    }
    this.rows.set(row, found); // a map keeps the order in which it was filled: the first is the oldest
    return found;
  }

  private room(): Float32Array {
    const oldest = this.rows.size < this.most ? undefined : this.rows.entries().next().value;
    if (!oldest) return this.empty();
    this.rows.delete(oldest[0]);
    return oldest[1];
  }
}

/** Writes the kernels between a row and all points. */
type RowMaker = (row: number, out: Float32Array) => void;

/** The points are laid out once, in groups of four, feature by feature. */
function makerByVectors({ values, count, width }: Points, gamma: number, kernel: Kernel): RowMaker {
  const groups = Math.ceil(count / POINTS_PER_GROUP);
  const room = roomFor(kernel, {
    table: ["f64", POWERS_OF_E.length],
    query: ["f64", width],
    points: ["f32", groups * POINTS_PER_GROUP * width],
    out: ["f32", groups * POINTS_PER_GROUP],
  });
  room.table.view.set(POWERS_OF_E);
  const laid = room.points.view.fill(0);
  for (let point = 0; point < count; point++) {
    const lane = point % POINTS_PER_GROUP;
    const start = (point - lane) * width + lane;
    for (let j = 0; j < width; j++) laid[start + j * POINTS_PER_GROUP] = values[point * width + j]!; // inside both
  }
  const kernels = room.out.view.subarray(0, count);
  return (row, out) => {
    room.query.view.set(values.subarray(row * width, (row + 1) * width));
    kernel.kernelRow(room.points.at, groups, width, room.query.at, gamma, room.table.at, room.out.at);
    out.set(kernels);
  };
}
