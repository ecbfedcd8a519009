/** Part of a line: from its place `from` on, `length` places. */
export interface Span {
  readonly from: number;
  readonly length: number;
}

/** For each place of a line made shorter or longer: where its sources begin and how much each counts. */
export interface Taps {
  readonly first: Int32Array;
  readonly weights: readonly Float32Array[];
}

/** Means over the parts that fall together where the line becomes shorter, linear in between where it becomes longer. */
export function tapsOf({ from, length }: Span, to: number): Taps {
  const ratio = length / to;
  const first = new Int32Array(to);
  const weights = Array.from({ length: to }, (_, place): Float32Array => {
    if (ratio <= 1) {
      const at = Math.min(length - 1, Math.max(0, (place + 0.5) * ratio - 0.5));
      const low = Math.min(Math.floor(at), Math.max(0, length - 2));
      first[place] = from + low;
      return length === 1 ? Float32Array.of(1) : Float32Array.of(1 - (at - low), at - low);
    }
    const [start, end] = [place * ratio, Math.min(length, (place + 1) * ratio)];
    const low = Math.floor(start);
    first[place] = from + low;
    return Float32Array.from({ length: Math.ceil(end - 1e-9) - low }, (_none, tap) => {
      return (Math.min(end, low + tap + 1) - Math.max(start, low + tap)) / ratio;
    });
  });
  return { first, weights };
}

/** Lines of `stride` numbers, one below the other, made fewer or more. */
export function squeezedLines(values: ArrayLike<number>, stride: number, { first, weights }: Taps): Float32Array {
  const result = new Float32Array(first.length * stride);
  weights.forEach((own, place) => {
    const out = place * stride;
    own.forEach((weight, tap) => {
      const from = (first[place]! + tap) * stride; // as many as weights
      for (let at = 0; at < stride; at++) result[out + at]! += weight * values[from + at]!;
    });
  });
  return result;
}

/** A grid [height, width, channels] of another size. The same size gives the same numbers. */
export function resizedGrid(
  values: ArrayLike<number>,
  [height, width, channels]: readonly [number, number, number],
  [toHeight, toWidth]: readonly [number, number],
): Float32Array {
  const lines = squeezedLines(values, width * channels, tapsOf({ from: 0, length: height }, toHeight));
  const across = tapsOf({ from: 0, length: width }, toWidth);
  const result = new Float32Array(toHeight * toWidth * channels);
  for (let row = 0; row < toHeight; row++) {
    const line = lines.subarray(row * width * channels, (row + 1) * width * channels);
    result.set(squeezedLines(line, channels, across), row * toWidth * channels);
  }
  return result;
}
