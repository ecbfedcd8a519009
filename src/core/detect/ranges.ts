/** From `from` (included) to `to` (excluded). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Fewer samples are not worth the way to another thread. */
const MIN_SAMPLES = 2048;
/** Twice as many as there are threads at most, so that none waits long for the last. */
const MAX_RANGES = 16;

/**
 * `count` samples cut into ranges, in order. Their number alone decides where: what is put together of the ranges is then
 * the same whoever works them off, and however many do.
 */
export function rangesOf(count: number): Range[] {
  const size = Math.max(MIN_SAMPLES, Math.ceil(count / MAX_RANGES));
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    from: at * size,
    to: Math.min(count, (at + 1) * size),
  }));
}
