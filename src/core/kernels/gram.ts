import type { SamplesBase } from "../detect/samples-base";
import { sharedKernel, type Kernel } from "./kernel";
import { roomFor } from "./room";

/** How columns are counted: from where, and in what; a column without a unit counts nothing. */
export interface Units {
  readonly centre: Float64Array;
  readonly unit: Float64Array;
}

/** What a cloud of rows in units adds up to. */
export interface Gram {
  /** The products of each pair of columns [width, width]; only what lies on or below the diagonal. */
  readonly products: Float64Array;
  /** The fourth powers of the lengths of the rows. */
  readonly fourth: number;
}

type Rows = Pick<SamplesBase, "count" | "width" | "block">;

/** Multiplications between two yields, and rows whose numbers stay near the processor. */
const WORK_PER_YIELD = 8_000_000;
const MAX_CELLS_PER_BLOCK = 65_536;

/** Adds up over all rows, one after the other, so that the kernel and the plain loop agree to the last bit. */
export async function gramOf(
  rows: Rows,
  units: Units,
  yieldToEvents: () => Promise<void>,
  kernel: Kernel | null = sharedKernel(),
): Promise<Gram> {
  const { count, width } = rows;
  const gram = { products: new Float64Array(width * width), fourth: 0 };
  const perRow = width * Math.max(8, width);
  const step = 4 * Math.max(1, Math.floor(Math.min(WORK_PER_YIELD / perRow, MAX_CELLS_PER_BLOCK / width) / 4));
  for (let from = 0; from < count; from += step) {
    const values = rows.block(from, Math.min(count, from + step));
    if (kernel) addByVectors(kernel, values, width, units, gram);
    else addOneByOne(values, width, units, gram);
    await yieldToEvents();
  }
  return gram;
}

function addOneByOne(
  values: Float32Array,
  width: number,
  { centre, unit }: Units,
  gram: { products: Float64Array; fourth: number },
): void {
  const { products } = gram;
  const z = new Float64Array(width);
  for (let start = 0; start < values.length; start += width) {
    let square = 0;
    for (let i = 0; i < width; i++) {
      const length = unit[i]!; // a row of `width` numbers, and so below
      const value = length > 0 ? (values[start + i]! - centre[i]!) / length : 0;
      z[i] = value;
      square += value * value;
      for (let j = 0; j <= i; j++) products[i * width + j]! += value * z[j]!;
    }
    gram.fourth += square * square;
  }
}

function addByVectors(
  kernel: Kernel,
  values: Float32Array,
  width: number,
  { centre, unit }: Units,
  gram: { products: Float64Array; fourth: number },
): void {
  const rows = values.length / width;
  const whole = Math.ceil(rows / 4) * 4;
  const padded = Math.ceil(width / 4) * 4;
  const room = roomFor(kernel, {
    values: ["f32", values.length + 4],
    centre: ["f64", padded],
    unit: ["f64", padded],
    z: ["f64", whole * padded],
    products: ["f64", padded * padded],
    lengths: ["f64", whole],
  });
  const { products } = gram;
  room.values.view.set(values);
  room.centre.view.fill(0).set(centre);
  room.unit.view.fill(0).set(unit);
  for (let i = 0; i < width; i++) room.products.view.set(products.subarray(i * width, (i + 1) * width), i * padded); // what is beyond the width counts nothing
  kernel.standardise(room.values.at, rows, width, padded, room.centre.at, room.unit.at, room.z.at);
  kernel.addGram(room.z.at, rows, padded, room.products.at);
  kernel.squaredLengths(room.z.at, whole, padded, room.lengths.at);
  for (let i = 0; i < width; i++) products.set(room.products.view.subarray(i * padded, i * padded + i + 1), i * width);
  for (let row = 0; row < rows; row++) gram.fourth += room.lengths.view[row]! ** 2; // row < rows
}
