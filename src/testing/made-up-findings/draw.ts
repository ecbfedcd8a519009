import { normalDeviates, sampleIndices, seededRandom, shuffle } from "../../core/math/random";

/** All the chance of one made-up file: the same seed gives the same file. */
export interface Draw {
  /** Uniform, from 0 to below 1, or from `from` to `to`. */
  uniform(from?: number, to?: number): number;
  normal(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** A whole number on a log scale, as the sizes of files are. */
  size(from: number, to: number): number;
  oneOf<T>(all: readonly T[]): T;
  chance(share: number): boolean;
  /** Of a normal distribution of logs. */
  logNormal(median: number, sigma: number): number;
  exponential(mean: number): number;
  poisson(mean: number): number;
  /** Counts with more spread than Poisson's. */
  negativeBinomial(mean: number, dispersion: number): number;
  gamma(shape: number): number;
  student(freedom: number): number;
  /** A place in a list of weights. */
  weighted(weights: readonly number[]): number;
  /** `count` different places below `end`, ascending. */
  places(end: number, count: number): number[];
  shuffled<T>(items: readonly T[]): T[];
}

export function drawFrom(seed: number): Draw {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  const uniform = (from = 0, to = 1) => from + (to - from) * random();
  const whole = (from: number, to: number) => from + Math.floor((to - from + 1) * random());
  const exponential = (mean: number) => -mean * Math.log(1 - random());
  const gamma = (shape: number): number => {
    // Marsaglia & Tsang (2000); below 1 by a power of a uniform number.
    if (shape < 1) return gamma(shape + 1) * random() ** (1 / shape);
    const third = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const cube = (1 + x / Math.sqrt(9 * third)) ** 3;
      if (cube > 0 && Math.log(1 - random()) < 0.5 * x * x + third * (1 - cube + Math.log(cube))) return third * cube;
    }
  };
  const poisson = (mean: number): number => {
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let [count, product] = [0, random()];
    for (const least = Math.exp(-mean); product > least; product *= random()) count++;
    return count;
  };
  return {
    uniform,
    normal,
    whole,
    size: (from, to) => Math.round(from * (to / from) ** random()),
    oneOf: (all) => all[whole(0, all.length - 1)]!, // below its length
    chance: (share) => random() < share,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    exponential,
    poisson,
    negativeBinomial: (mean, dispersion) => poisson((mean * gamma(1 / dispersion)) / (1 / dispersion)),
    gamma,
    student: (freedom) => normal() / Math.sqrt((2 * gamma(freedom / 2)) / freedom),
    weighted(weights) {
      let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
      const at = weights.findIndex((weight) => (left -= weight) < 0);
      return at < 0 ? weights.length - 1 : at;
    },
    places: (end, count) => [...sampleIndices(end, count, random)],
    shuffled: (items) => shuffle([...items], random),
  };
}
