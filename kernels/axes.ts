// How far rows lie along the axes of a cloud, four rows at a time, two of them in a vector: so the sums of each row are
// added up column by column and axis by axis, as a plain loop does.

/** What is made of the coordinates c of a row z: the sum of c² over the weights, as a length. */
const OVER: i32 = 0;
/** beyond |z|² + sum of weight c², as a length. */
const TIMES: i32 = 1;
// Any other: the sum of weight sqrt(1 + |z|² - 2c), the distances from the ends of the axes.

/**
 * A number for each of `rows` rows of `width` numbers of 32 bits to `out` (f64). `axes` are `count` unit vectors of
 * `width` numbers, one after the other, filled up to a multiple of four by zeros; `weights` has a number for each. `z` is
 * room for four rows. Up to three rows more than there are are read and written.
 */
export function alongAxes(
  values: usize,
  rows: i32,
  width: i32,
  centre: usize,
  unit: usize,
  axes: usize,
  count: i32,
  weights: usize,
  measure: i32,
  beyond: f64,
  z: usize,
  out: usize,
): void {
  const line: usize = usize(width) << 3;
  const none = f64x2.splat(0);
  for (let row = 0; row < rows; row += 4, values += usize(width) << 4, out += 32) {
    fourRows(values, width, centre, unit, z);
    let low = none;
    let high = none;
    if (measure == TIMES) {
      if (beyond > 0) {
        const far = f64x2.splat(beyond);
        for (let at = z; at < z + 4 * line; at += 32) {
          const x = v128.load(at);
          const y = v128.load(at, 16);
          low = f64x2.add(low, f64x2.mul(far, f64x2.mul(x, x)));
          high = f64x2.add(high, f64x2.mul(far, f64x2.mul(y, y)));
        }
      }
    } else if (measure != OVER) {
      low = f64x2.splat(1);
      high = low;
      for (let at = z; at < z + 4 * line; at += 32) {
        const x = v128.load(at);
        const y = v128.load(at, 16);
        low = f64x2.add(low, f64x2.mul(x, x));
        high = f64x2.add(high, f64x2.mul(y, y));
      }
    }
    const squareLow = low;
    const squareHigh = high;
    if (measure > TIMES) {
      low = none;
      high = none;
    }
    let axis = axes;
    for (let a = 0; a < count; a += 4, axis += 4 * line) {
      let c0 = none;
      let c1 = none;
      let d0 = none;
      let d1 = none;
      let e0 = none;
      let e1 = none;
      let f0 = none;
      let f1 = none;
      let at = z;
      for (let j = axis; j < axis + line; j += 8, at += 32) {
        const x = v128.load(at);
        const y = v128.load(at, 16);
        let loading = v128.load64_splat(j);
        c0 = f64x2.add(c0, f64x2.mul(loading, x));
        c1 = f64x2.add(c1, f64x2.mul(loading, y));
        loading = v128.load64_splat(j + line);
        d0 = f64x2.add(d0, f64x2.mul(loading, x));
        d1 = f64x2.add(d1, f64x2.mul(loading, y));
        loading = v128.load64_splat(j + 2 * line);
        e0 = f64x2.add(e0, f64x2.mul(loading, x));
        e1 = f64x2.add(e1, f64x2.mul(loading, y));
        loading = v128.load64_splat(j + 3 * line);
        f0 = f64x2.add(f0, f64x2.mul(loading, x));
        f1 = f64x2.add(f1, f64x2.mul(loading, y));
      }
      const place = weights + (usize(a) << 3);
      const left = count - a;
      low = f64x2.add(low, partOf(measure, c0, squareLow, place));
      high = f64x2.add(high, partOf(measure, c1, squareHigh, place));
      if (left > 1) {
        low = f64x2.add(low, partOf(measure, d0, squareLow, place + 8));
        high = f64x2.add(high, partOf(measure, d1, squareHigh, place + 8));
      }
      if (left > 2) {
        low = f64x2.add(low, partOf(measure, e0, squareLow, place + 16));
        high = f64x2.add(high, partOf(measure, e1, squareHigh, place + 16));
      }
      if (left > 3) {
        low = f64x2.add(low, partOf(measure, f0, squareLow, place + 24));
        high = f64x2.add(high, partOf(measure, f1, squareHigh, place + 24));
      }
    }
    if (measure <= TIMES) {
      low = f64x2.sqrt(f64x2.pmax(none, low));
      high = f64x2.sqrt(f64x2.pmax(none, high));
    }
    v128.store(out, low);
    v128.store(out, high, 16);
  }
}

function partOf(measure: i32, coordinate: v128, square: v128, place: usize): v128 {
  const weight = v128.load64_splat(place);
  if (measure == OVER) return f64x2.div(f64x2.mul(coordinate, coordinate), weight);
  if (measure == TIMES) return f64x2.mul(weight, f64x2.mul(coordinate, coordinate));
  const gap = f64x2.sub(square, f64x2.mul(f64x2.splat(2), coordinate));
  return f64x2.mul(weight, f64x2.sqrt(f64x2.pmax(f64x2.splat(0), gap)));
}

/** Four rows in units, column by column. */
function fourRows(values: usize, width: i32, centre: usize, unit: usize, z: usize): void {
  const step: usize = usize(width) << 2;
  const none = f64x2.splat(0);
  for (let j: usize = 0; j < usize(width); j++, values += 4, z += 32) {
    const length = v128.load64_splat(unit + (j << 3));
    const middle = v128.load64_splat(centre + (j << 3));
    const varies = f64x2.gt(length, none);
    const x = pair(values, values + step);
    const y = pair(values + 2 * step, values + 3 * step);
    v128.store(z, v128.and(f64x2.div(f64x2.sub(x, middle), length), varies));
    v128.store(z, v128.and(f64x2.div(f64x2.sub(y, middle), length), varies), 16);
  }
}

function pair(one: usize, other: usize): v128 {
  return f64x2.replace_lane(f64x2.splat(f64(load<f32>(one))), 1, f64(load<f32>(other)));
}
