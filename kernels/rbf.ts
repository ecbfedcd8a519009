// exp(-gamma |a - b|²) by a table of powers of e, 64 to a unit up to 87, and a short series: the arithmetic of rbf.ts.

const LARGEST: f64 = 87;

/**
 * The kernel between `query` (f64) and all points, to `out` (f32). Points lie in groups of four, feature by feature (f32);
 * the last group is filled up.
 */
export function kernelRow(
  points: usize,
  groups: i32,
  width: i32,
  query: usize,
  gamma: f64,
  table: usize,
  out: usize,
): void {
  const none = f64x2.splat(0);
  const end = query + (usize(width) << 3);
  for (let group = 0; group < groups; group++, out += 16) {
    let evenLow = none;
    let evenHigh = none;
    let oddLow = none;
    let oddHigh = none;
    let at = query;
    for (; at + 8 < end; at += 16, points += 32) {
      let one = v128.load64_splat(at);
      let gap = f64x2.sub(one, f64x2.promote_low_f32x4(v128.load64_zero(points)));
      evenLow = f64x2.add(evenLow, f64x2.mul(gap, gap));
      gap = f64x2.sub(one, f64x2.promote_low_f32x4(v128.load64_zero(points, 8)));
      evenHigh = f64x2.add(evenHigh, f64x2.mul(gap, gap));
      one = v128.load64_splat(at, 8);
      gap = f64x2.sub(one, f64x2.promote_low_f32x4(v128.load64_zero(points, 16)));
      oddLow = f64x2.add(oddLow, f64x2.mul(gap, gap));
      gap = f64x2.sub(one, f64x2.promote_low_f32x4(v128.load64_zero(points, 24)));
      oddHigh = f64x2.add(oddHigh, f64x2.mul(gap, gap));
    }
    if (at < end) {
      const one = v128.load64_splat(at);
      let gap = f64x2.sub(one, f64x2.promote_low_f32x4(v128.load64_zero(points)));
      evenLow = f64x2.add(evenLow, f64x2.mul(gap, gap));
      gap = f64x2.sub(one, f64x2.promote_low_f32x4(v128.load64_zero(points, 8)));
      evenHigh = f64x2.add(evenHigh, f64x2.mul(gap, gap));
      points += 16;
    }
    const scale = f64x2.splat(gamma);
    const low = f32x4.demote_f64x2_zero(power(f64x2.mul(scale, f64x2.add(evenLow, oddLow)), table));
    const high = f32x4.demote_f64x2_zero(power(f64x2.mul(scale, f64x2.add(evenHigh, oddHigh)), table));
    v128.store(out, i64x2.shuffle(low, high, 0, 2));
  }
}

/**
 * For each of `rows` rows (f32) the sum of the kernels to all `count` points (f32), each times its weight (f64), to `out`
 * (f64). `wide` is room for four rows of 64 bits. Up to three rows more are read and written.
 */
export function weightedKernels(
  values: usize,
  rows: i32,
  width: i32,
  points: usize,
  count: i32,
  weights: usize,
  gamma: f64,
  table: usize,
  wide: usize,
  out: usize,
): void {
  const step: usize = usize(width) << 2;
  const none = f64x2.splat(0);
  const scale = f64x2.splat(gamma);
  const end = wide + (usize(width) << 5);
  for (let row = 0; row < rows; row += 4, values += 4 * step, out += 32) {
    let from = values;
    for (let at = wide; at < end; at += 32, from += 4) {
      store<f64>(at, f64(load<f32>(from)));
      store<f64>(at + 8, f64(load<f32>(from + step)));
      store<f64>(at + 16, f64(load<f32>(from + 2 * step)));
      store<f64>(at + 24, f64(load<f32>(from + 3 * step)));
    }
    let sumLow = none;
    let sumHigh = none;
    let point = points;
    for (let other = 0; other < count; other++) {
      let evenLow = none;
      let evenHigh = none;
      let oddLow = none;
      let oddHigh = none;
      let at = wide;
      for (; at + 32 < end; at += 64, point += 8) {
        let one = f64x2.splat(f64(load<f32>(point)));
        let gap = f64x2.sub(v128.load(at), one);
        evenLow = f64x2.add(evenLow, f64x2.mul(gap, gap));
        gap = f64x2.sub(v128.load(at, 16), one);
        evenHigh = f64x2.add(evenHigh, f64x2.mul(gap, gap));
        one = f64x2.splat(f64(load<f32>(point, 4)));
        gap = f64x2.sub(v128.load(at, 32), one);
        oddLow = f64x2.add(oddLow, f64x2.mul(gap, gap));
        gap = f64x2.sub(v128.load(at, 48), one);
        oddHigh = f64x2.add(oddHigh, f64x2.mul(gap, gap));
      }
      if (at < end) {
        const one = f64x2.splat(f64(load<f32>(point)));
        let gap = f64x2.sub(v128.load(at), one);
        evenLow = f64x2.add(evenLow, f64x2.mul(gap, gap));
        gap = f64x2.sub(v128.load(at, 16), one);
        evenHigh = f64x2.add(evenHigh, f64x2.mul(gap, gap));
        point += 4;
      }
      const weight = v128.load64_splat(weights + (usize(other) << 3));
      const low = power(f64x2.mul(scale, f64x2.add(evenLow, oddLow)), table);
      const high = power(f64x2.mul(scale, f64x2.add(evenHigh, oddHigh)), table);
      sumLow = f64x2.add(sumLow, f64x2.mul(weight, low));
      sumHigh = f64x2.add(sumHigh, f64x2.mul(weight, high));
    }
    v128.store(out, sumLow);
    v128.store(out, sumHigh, 16);
  }
}

/** e^-x of two numbers that are not below 0; 0 from 87 on. */
function power(x: v128, table: usize): v128 {
  const inside = f64x2.lt(x, f64x2.splat(LARGEST));
  const held = v128.and(x, inside);
  const steps = i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(held, f64x2.splat(64)));
  const rest = f64x2.sub(held, f64x2.mul(f64x2.convert_low_i32x4_s(steps), f64x2.splat(1.0 / 64.0)));
  const first = load<f64>(table + (usize(i32x4.extract_lane(steps, 0)) << 3));
  const second = load<f64>(table + (usize(i32x4.extract_lane(steps, 1)) << 3));
  const one = f64x2.splat(1);
  let series = f64x2.sub(f64x2.splat(0.5), f64x2.mul(rest, f64x2.splat(1.0 / 6.0)));
  series = f64x2.sub(one, f64x2.mul(rest, series));
  series = f64x2.sub(one, f64x2.mul(rest, series));
  const whole = f64x2.replace_lane(f64x2.splat(first), 1, second);
  return v128.and(f64x2.mul(whole, series), inside);
}
