/**
 * Moves ascending `wanted` places apart until neighbours are at least `gap` from each other and all lie within
 * `low` to `high`, each as near its own place as that allows. Where there is too little room the gap shrinks.
 */
export function spreadApart(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const least = wanted.length > 1 ? Math.min(gap, (high - low) / (wanted.length - 1)) : 0;
  // Pool neighbours that collide; a pool stands centred on the mean of what its members wish.
  const pools: { start: number; size: number; wish: number }[] = [];
  wanted.forEach((place, at) => {
    let pool = { start: at, size: 1, wish: place };
    for (let last = pools.at(-1); last && bottomOf(pool) < topOf(last) + least; last = pools.at(-1)) {
      pools.pop();
      const size = last.size + pool.size;
      pool = { start: last.start, size, wish: (last.wish * last.size + pool.wish * pool.size) / size };
    }
    const half = ((pool.size - 1) * least) / 2;
    pools.push({ ...pool, wish: Math.max(low + half, Math.min(high - half, pool.wish)) });
  });
  const places = pools.flatMap((pool) => Array.from({ length: pool.size }, (_, at) => bottomOf(pool) + at * least));
  for (let at = 1; at < places.length; at++) places[at] = Math.max(places[at] ?? 0, (places[at - 1] ?? 0) + least);
  for (let at = places.length - 1, limit = high; at >= 0; at--, limit -= least)
    places[at] = Math.min(places[at] ?? 0, at === places.length - 1 ? high : (places[at + 1] ?? limit) - least);
  return places;

  function bottomOf(pool: { size: number; wish: number }) {
    return pool.wish - ((pool.size - 1) * least) / 2;
  }
  function topOf(pool: { size: number; wish: number }) {
    return pool.wish + ((pool.size - 1) * least) / 2;
  }
}
