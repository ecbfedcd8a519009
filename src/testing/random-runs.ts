/** How many times as many random cases as usual are wanted. */
const times = Number(import.meta.env.VITE_RANDOM_RUNS ?? 1);

/**
 * How often a property is tried, as the last argument of `fc.assert`: by default the same cases each time, so that no
 * test passes on one machine and fails on another. `npm test -- long` tries many times as many, others at each call; a
 * failure tells the seed that repeats it.
 */
export function randomRuns(count = 100, seed = 5): { numRuns: number; seed?: number } {
  return { numRuns: count * times, ...(times === 1 && { seed }) };
}
