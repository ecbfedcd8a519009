/**
 * Seeded chance (mulberry32): the same seed gives the same sample on every machine.
 * Every draw of a generator goes through one of these, in a fixed order.
 */
export function createChance(seed) {
  let state = seed >>> 0;

  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low, high) => low + (high - low) * uniform();
  const integer = (low, high) => low + Math.floor(uniform() * (high - low + 1));
  const normal = (mean = 0, sd = 1) =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const logNormal = (median, sigma) => median * Math.exp(normal(0, sigma));
  const chance = (share) => uniform() < share;

  /** One key of `weights`, as often as its weight says. */
  const pick = (weights) => {
    const entries = Object.entries(weights);
    let left = uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries[entries.length - 1][0];
  };
  const oneOf = (list) => list[integer(0, list.length - 1)];

  /** A new array in random order (Fisher-Yates). */
  const shuffled = (list) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = integer(0, i);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  };

  return { uniform, between, integer, normal, logNormal, chance, pick, oneOf, shuffled };
}
