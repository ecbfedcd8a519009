// Distances to centroids, four rows at a time, two of them in a vector: each is added up column by column, as a plain loop
// does.

/**
 * For each of `rows` rows of `width` numbers of 32 bits the number (i32) of the nearest of `k` centroids (f64, one after the
 * other) to `nearest`, and the squared distances to it and to the second nearest to `first` and `second` (f64). Of
 * equally near ones the first counts. `wide` is room for four rows of 64 bits. Up to three rows more are read and written.
 */
export function twoNearest(
  values: usize,
  rows: i32,
  width: i32,
  centroids: usize,
  k: i32,
  wide: usize,
  nearest: usize,
  first: usize,
  second: usize,
): void {
  const step: usize = usize(width) << 2;
  const line: usize = usize(width) << 3;
  const end = wide + 4 * line;
  const far = f64x2.splat(Infinity);
  for (let row = 0; row < rows; row += 4, values += 4 * step, nearest += 16, first += 32, second += 32) {
    let from = values;
    for (let at = wide; at < end; at += 32, from += 4) {
      store<f64>(at, f64(load<f32>(from)));
      store<f64>(at + 8, f64(load<f32>(from + step)));
      store<f64>(at + 16, f64(load<f32>(from + 2 * step)));
      store<f64>(at + 24, f64(load<f32>(from + 3 * step)));
    }
    let leastLow = far;
    let leastHigh = far;
    let nextLow = far;
    let nextHigh = far;
    let whichLow = i64x2.splat(0);
    let whichHigh = whichLow;
    let centre = centroids;
    for (let cluster = 0; cluster < k; cluster += 2, centre += 2 * line) {
      let a = f64x2.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let place = centre;
      for (let at = wide; at < end; at += 32, place += 8) {
        const x = v128.load(at);
        const y = v128.load(at, 16);
        const one = v128.load64_splat(place);
        const other = v128.load64_splat(place + line);
        let gap = f64x2.sub(one, x);
        a = f64x2.add(a, f64x2.mul(gap, gap));
        gap = f64x2.sub(one, y);
        b = f64x2.add(b, f64x2.mul(gap, gap));
        gap = f64x2.sub(other, x);
        c = f64x2.add(c, f64x2.mul(gap, gap));
        gap = f64x2.sub(other, y);
        d = f64x2.add(d, f64x2.mul(gap, gap));
      }
      const number = i64x2.splat(i64(cluster));
      let nearer = f64x2.lt(a, leastLow);
      nextLow = v128.bitselect(leastLow, f64x2.pmin(nextLow, a), nearer);
      leastLow = v128.bitselect(a, leastLow, nearer);
      whichLow = v128.bitselect(number, whichLow, nearer);
      nearer = f64x2.lt(b, leastHigh);
      nextHigh = v128.bitselect(leastHigh, f64x2.pmin(nextHigh, b), nearer);
      leastHigh = v128.bitselect(b, leastHigh, nearer);
      whichHigh = v128.bitselect(number, whichHigh, nearer);
      if (cluster + 1 == k) break;
      const after = i64x2.splat(i64(cluster + 1));
      nearer = f64x2.lt(c, leastLow);
      nextLow = v128.bitselect(leastLow, f64x2.pmin(nextLow, c), nearer);
      leastLow = v128.bitselect(c, leastLow, nearer);
      whichLow = v128.bitselect(after, whichLow, nearer);
      nearer = f64x2.lt(d, leastHigh);
      nextHigh = v128.bitselect(leastHigh, f64x2.pmin(nextHigh, d), nearer);
      leastHigh = v128.bitselect(d, leastHigh, nearer);
      whichHigh = v128.bitselect(after, whichHigh, nearer);
    }
    store<i32>(nearest, i32(i64x2.extract_lane(whichLow, 0)));
    store<i32>(nearest + 4, i32(i64x2.extract_lane(whichLow, 1)));
    store<i32>(nearest + 8, i32(i64x2.extract_lane(whichHigh, 0)));
    store<i32>(nearest + 12, i32(i64x2.extract_lane(whichHigh, 1)));
    v128.store(first, leastLow);
    v128.store(first, leastHigh, 16);
    v128.store(second, nextLow);
    v128.store(second, nextHigh, 16);
  }
}
