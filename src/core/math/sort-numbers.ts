/** Shorter arrays are sorted natively as fast. */
const MIN_LENGTH = 4096;
const BITS = 11;
const BUCKETS = 2 ** BITS;
const MASK = BUCKETS - 1;
/** The upper 32 bits of a double in three turns. */
const TURNS = [0, BITS, 2 * BITS] as const;
/** Longer runs of neighbours that share their upper bits are sorted natively. */
const MAX_RUN = 32;

/**
 * Sorts numbers in place in ascending order, exactly as the typed array's own `sort` does (-0 before 0, NaN last), about
 * five times as fast where there are many: by the upper half of their bits in three turns of counting, then the few
 * neighbours that these do not tell apart.
 */
export function sortNumbers(values: Float64Array): Float64Array {
  const counts = values.length < MIN_LENGTH ? null : countsOf(values);
  if (!counts) return values.sort();
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  for (const [turn, shift] of TURNS.entries()) {
    const starts = startsOf(counts.subarray(turn * BUCKETS, (turn + 1) * BUCKETS), values.length);
    if (!starts) continue;
    distribute(from, to, starts, shift);
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  sortWithinRuns(values);
  return values;
}

/** How often each group of bits occurs, turn by turn; null where a value is no number: its bits tell no place. */
function countsOf(values: Float64Array): Uint32Array | null {
  const words = wordsOf(values);
  const counts = new Uint32Array(TURNS.length * BUCKETS);
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) return null; // i < length
    const key = keyOf(words[2 * i + 1]!); // two words for each value
    counts[key & MASK]!++;
    counts[BUCKETS + ((key >>> BITS) & MASK)]!++;
    counts[2 * BUCKETS + (key >>> (2 * BITS))]!++;
  }
  return counts;
}

/** Where each bucket begins, in place of how many it holds; null when one of them holds all. */
function startsOf(counts: Uint32Array, all: number): Uint32Array | null {
  let start = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = counts[bucket]!; // bucket < length
    if (count === all) return null;
    counts[bucket] = start;
    start += count;
  }
  return counts;
}

function distribute(from: Float64Array, to: Float64Array, starts: Uint32Array, shift: number): void {
  const words = wordsOf(from);
  for (let i = 0; i < from.length; i++) to[starts[(keyOf(words[2 * i + 1]!) >>> shift) & MASK]!++] = from[i]!;
}

/** Puts neighbours in order whose upper bits are equal. */
function sortWithinRuns(values: Float64Array): void {
  const words = wordsOf(values);
  for (let i = 1; i < values.length; i++) {
    if (values[i - 1]! <= values[i]!) continue;
    const upper = words[2 * i + 1]!;
    let start = i - 1;
    while (start > 0 && words[2 * start - 1] === upper) start--;
    let end = i + 1;
    while (end < values.length && words[2 * end + 1] === upper) end++;
    if (end - start > MAX_RUN) values.subarray(start, end).sort();
    else insertEach(values, start, end);
    i = end;
  }
}

function insertEach(values: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const value = values[i]!; // i < end
    let at = i;
    while (at > start && values[at - 1]! > value) {
      values[at] = values[at - 1]!;
      at--;
    }
    values[at] = value;
  }
}

/** The halves of each value, the upper one second: all that runs browsers puts the lower bytes first. */
function wordsOf({ buffer, byteOffset, length }: Float64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, 2 * length);
}

/** Upper bits in the order of the numbers: those of negative ones run backwards. */
function keyOf(word: number): number {
  return (word ^ ((word >> 31) | 0x80000000)) >>> 0;
}
