/**
 * A generator of uniform numbers in [0, 1) that depends on the seed alone: sfc32 (Doty-Humphrey, PractRand),
 * its state filled by splitmix32. Any finite seed is allowed; the steps are 2^-32.
 */
export function seededRandom(seed: number): () => number {
  const low = splitmix32(Math.floor(seed) | 0);
  const high = splitmix32(Math.floor(seed / 4294967296) | 0);
  let [a, b, c, counter] = [low(), high(), low(), 1];
  const draw = (): number => {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + out) | 0;
    return (out >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) draw();
  return draw;
}

function splitmix32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
}

/** Standard normal deviates drawn from `random` by the polar method (Marsaglia & Bray 1964). */
export function normalDeviates(random: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    let x: number, y: number, square: number;
    do {
      x = 2 * random() - 1;
      y = 2 * random() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * factor;
    return x * factor;
  };
}

/** What `shuffle` can put in another order. */
interface Swappable<T> {
  readonly length: number;
  [index: number]: T;
}

/** Puts `items` in random order, in place (Fisher & Yates), and returns them. */
export function shuffle<T, A extends Swappable<T>>(items: A & Swappable<T>, random: () => number): A {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    // Both indices are below the length.
    const held = items[last] as T;
    items[last] = items[other] as T;
    items[other] = held;
  }
  return items;
}

/**
 * `size` different whole numbers below `count`, ascending; all of them when `size` >= `count`.
 * Time and memory grow with `size`, not with `count` (Floyd's algorithm, Bentley 1987).
 */
export function sampleIndices(count: number, size: number, random: () => number): Uint32Array {
  if (size >= count) return Uint32Array.from({ length: count }, (_, i) => i);
  const chosen = new Set<number>();
  for (let upper = count - size; upper < count; upper++) {
    const pick = Math.floor(random() * (upper + 1));
    chosen.add(chosen.has(pick) ? upper : pick);
  }
  return Uint32Array.from(chosen).sort();
}
