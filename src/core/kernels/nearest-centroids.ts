import { sharedKernel, type Kernel } from "./kernel";
import { roomFor } from "./room";

/** Of each row the nearest centroid, and the squared distances to it and to the second nearest. */
export interface NearestCentroids {
  readonly index: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Rows that are looked at between two layings out of the centroids: their distances stay near the processor. */
const MAX_CELLS = 65_536;

/** The nearest two of the centroids, `width` numbers each, of every row of `values`; of equally near ones the first counts. */
export function nearestCentroids(
  centroids: Float64Array,
  values: Float32Array,
  width: number,
  kernel: Kernel | null = sharedKernel(),
): NearestCentroids {
  const rows = values.length / width;
  const found = { index: new Int32Array(rows), first: new Float64Array(rows), second: new Float64Array(rows) };
  const step = 4 * Math.max(1, Math.floor(MAX_CELLS / width / 4));
  for (let from = 0; from < rows; from += step) {
    const some = values.subarray(from * width, Math.min(rows, from + step) * width);
    if (kernel) byVectors(kernel, centroids, some, width, found, from);
    else oneByOne(centroids, some, width, found, from);
  }
  return found;
}

function byVectors(
  kernel: Kernel,
  centroids: Float64Array,
  values: Float32Array,
  width: number,
  found: NearestCentroids,
  from: number,
): void {
  const rows = values.length / width;
  const whole = Math.ceil(rows / 4) * 4;
  const k = centroids.length / width;
  const room = roomFor(kernel, {
    values: ["f32", whole * width],
    // Two at a time are read.
    centroids: ["f64", (k + 1) * width],
    wide: ["f64", 4 * width],
    index: ["i32", whole],
    first: ["f64", whole],
    second: ["f64", whole],
  });
  room.values.view.fill(0, values.length).set(values);
  room.centroids.view.set(centroids);
  const out = [room.index.at, room.first.at, room.second.at];
  kernel.twoNearest(room.values.at, rows, width, room.centroids.at, k, room.wide.at, ...out);
  found.index.set(room.index.view.subarray(0, rows), from);
  found.first.set(room.first.view.subarray(0, rows), from);
  found.second.set(room.second.view.subarray(0, rows), from);
}

function oneByOne(
  centroids: Float64Array,
  values: Float32Array,
  width: number,
  found: NearestCentroids,
  from: number,
): void {
  for (let start = 0, row = from; start < values.length; start += width, row++) {
    let [index, first, second] = [0, Infinity, Infinity];
    for (let at = 0; at < centroids.length; at += width) {
      let distance = 0;
      for (let j = 0; j < width; j++) distance += (centroids[at + j]! - values[start + j]!) ** 2; // j < width
      if (distance < first) {
        second = first;
        first = distance;
        index = at / width;
      } else if (distance < second) second = distance;
    }
    found.index[row] = index;
    found.first[row] = first;
    found.second[row] = second;
  }
}
