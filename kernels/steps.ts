// Steps along a gradient, in 32 bits; counts are multiples of four.

/** The squared length of `gradient`. */
export function squaredLength(gradient: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  for (const end = gradient + (usize(count) << 2); gradient < end; gradient += 16) {
    const four = v128.load(gradient);
    sum = f32x4.add(sum, f32x4.mul(four, four));
  }
  const low = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
  return low + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}

/** Adam: `parameters` times `keep`, less `rate` times the first moment over the root of the second and `epsilon`. */
export function adam(
  parameters: usize,
  gradient: usize,
  first: usize,
  second: usize,
  count: i32,
  shorten: f32,
  beta1: f32,
  beta2: f32,
  rate: f32,
  epsilon: f32,
  keep: f32,
): void {
  for (let at: usize = 0; at < usize(count) << 2; at += 16) {
    const slope = f32x4.mul(v128.load(gradient + at), f32x4.splat(shorten));
    const m = f32x4.add(f32x4.mul(v128.load(first + at), f32x4.splat(beta1)), f32x4.mul(slope, f32x4.splat(1 - beta1)));
    const v = f32x4.add(
      f32x4.mul(v128.load(second + at), f32x4.splat(beta2)),
      f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(1 - beta2)),
    );
    const move = f32x4.div(m, f32x4.add(f32x4.sqrt(v), f32x4.splat(epsilon)));
    const before = f32x4.mul(v128.load(parameters + at), f32x4.splat(keep));
    v128.store(first + at, m);
    v128.store(second + at, v);
    v128.store(parameters + at, f32x4.sub(before, f32x4.mul(move, f32x4.splat(rate))));
  }
}

/** Adadelta: `first` is the mean squared gradient, `second` the mean squared step. */
export function adadelta(
  parameters: usize,
  gradient: usize,
  first: usize,
  second: usize,
  count: i32,
  shorten: f32,
  decay: f32,
  rate: f32,
  epsilon: f32,
  keep: f32,
): void {
  const tiny = f32x4.splat(epsilon);
  for (let at: usize = 0; at < usize(count) << 2; at += 16) {
    const slope = f32x4.mul(v128.load(gradient + at), f32x4.splat(shorten));
    const squares = f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(1 - decay));
    const mean = f32x4.add(f32x4.mul(v128.load(first + at), f32x4.splat(decay)), squares);
    const steps = v128.load(second + at);
    const ratio = f32x4.sqrt(f32x4.div(f32x4.add(steps, tiny), f32x4.add(mean, tiny)));
    const move = f32x4.mul(ratio, slope);
    const before = f32x4.mul(v128.load(parameters + at), f32x4.splat(keep));
    v128.store(first + at, mean);
    v128.store(
      second + at,
      f32x4.add(f32x4.mul(steps, f32x4.splat(decay)), f32x4.mul(f32x4.mul(move, move), f32x4.splat(1 - decay))),
    );
    v128.store(parameters + at, f32x4.sub(before, f32x4.mul(move, f32x4.splat(rate))));
  }
}
