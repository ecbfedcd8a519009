/** Steps gathered into buckets of equal time, so that a line of a million points is drawn with every spike kept. */
export interface Buckets {
  /** Bucket b holds the steps `bounds[b]` to before `bounds[b + 1]`, at least one, all of one part. */
  readonly bounds: Uint32Array;
  /** Buckets with which a new part begins, the first apart: the line is broken before them. */
  readonly breaks: Uint32Array;
}

interface Laid {
  readonly times: Float64Array;
  /** Where each part begins, and the count. */
  readonly starts: Uint32Array;
}

/**
 * The steps of the parts `firstPart` to before `endPart` whose times lie between `from` and `to`, in about `most`
 * buckets; each step alone where they are no more than that. Parts follow each other in time.
 */
export function bucketsOf(
  { times, starts }: Laid,
  firstPart: number,
  endPart: number,
  { from, to, most }: { readonly from: number; readonly to: number; readonly most: number },
): Buckets {
  const first = boundary(times, starts[firstPart]!, starts[endPart]!, (time) => time >= from);
  const end = boundary(times, first, starts[endPart]!, (time) => time > to);
  const each = end - first <= most;
  const perBucket = Math.max((times[Math.max(first, end - 1)]! - times[first]!) / Math.max(1, most), Number.MIN_VALUE);
  const bounds: number[] = [];
  const breaks: number[] = [];
  let part = firstPart;
  let last = -1;
  for (let step = first; step < end; step++) {
    const bucket = each ? step : Math.floor((times[step]! - times[first]!) / perBucket); // step < end <= count
    let isNew = false;
    while (part + 1 < endPart && starts[part + 1]! <= step) {
      part++;
      isNew = bounds.length > 0;
    }
    if (isNew) breaks.push(bounds.length);
    if (isNew || bucket !== last) bounds.push(step);
    last = bucket;
  }
  bounds.push(end);
  return { bounds: Uint32Array.from(bounds), breaks: Uint32Array.from(breaks) };
}

/** The first step between `low` and `high` from which on `holds`; `high` where there is none. */
function boundary(times: Float64Array, low: number, high: number, holds: (time: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(times[middle]!))
      high = middle; // middle < high
    else low = middle + 1;
  }
  return low;
}

/** The smallest and largest value per bucket; NaN where it has none. */
export function envelopeOf(
  { bounds }: Buckets,
  valueAt: (step: number) => number,
): { readonly low: Float64Array; readonly high: Float64Array } {
  const low = new Float64Array(bounds.length - 1).fill(NaN);
  const high = low.slice();
  for (let bucket = 0; bucket < low.length; bucket++)
    for (let step = bounds[bucket]!; step < bounds[bucket + 1]!; step++) {
      const value = valueAt(step);
      if (!(value >= low[bucket]!)) low[bucket] = Number.isNaN(value) ? low[bucket]! : value;
      if (!(value <= high[bucket]!)) high[bucket] = Number.isNaN(value) ? high[bucket]! : value;
    }
  return { low, high };
}
