// Layers in which every unit reads every number, in 32 bits. Matrices lie row by row; rows come by fours, and the numbers of
// a row are filled up to fours by zeros, which no sum and no gradient notices.

/** `out` = `a` times `b` [inner, columns], from `bias` on where there is one (else 0). A row of `a` is `stride` numbers. */
export function multiply(
  a: usize,
  rows: i32,
  inner: i32,
  stride: i32,
  b: usize,
  columns: i32,
  bias: usize,
  out: usize,
): void {
  const step: usize = usize(stride) << 2;
  const line: usize = usize(columns) << 2;
  const length: usize = usize(inner) << 2;
  for (let row = 0; row < rows; row += 4, a += 4 * step, out += 4 * line) {
    let column: usize = 0;
    for (; column + 32 <= line; column += 32) {
      let p0 = f32x4.splat(0);
      let q0 = p0;
      if (bias != 0) {
        p0 = v128.load(bias + column);
        q0 = v128.load(bias + column, 16);
      }
      let p1 = p0;
      let q1 = q0;
      let p2 = p0;
      let q2 = q0;
      let p3 = p0;
      let q3 = q0;
      let place = b + column;
      for (let at = a; at < a + length; at += 4, place += line) {
        const x = v128.load(place);
        const y = v128.load(place, 16);
        let one = v128.load32_splat(at);
        p0 = f32x4.add(p0, f32x4.mul(one, x));
        q0 = f32x4.add(q0, f32x4.mul(one, y));
        one = v128.load32_splat(at + step);
        p1 = f32x4.add(p1, f32x4.mul(one, x));
        q1 = f32x4.add(q1, f32x4.mul(one, y));
        one = v128.load32_splat(at + 2 * step);
        p2 = f32x4.add(p2, f32x4.mul(one, x));
        q2 = f32x4.add(q2, f32x4.mul(one, y));
        one = v128.load32_splat(at + 3 * step);
        p3 = f32x4.add(p3, f32x4.mul(one, x));
        q3 = f32x4.add(q3, f32x4.mul(one, y));
      }
      const to = out + column;
      v128.store(to, p0);
      v128.store(to, q0, 16);
      v128.store(to + line, p1);
      v128.store(to + line, q1, 16);
      v128.store(to + 2 * line, p2);
      v128.store(to + 2 * line, q2, 16);
      v128.store(to + 3 * line, p3);
      v128.store(to + 3 * line, q3, 16);
    }
    if (column == line) continue;
    let p0 = f32x4.splat(0);
    if (bias != 0) p0 = v128.load(bias + column);
    let p1 = p0;
    let p2 = p0;
    let p3 = p0;
    let place = b + column;
    for (let at = a; at < a + length; at += 4, place += line) {
      const x = v128.load(place);
      p0 = f32x4.add(p0, f32x4.mul(v128.load32_splat(at), x));
      p1 = f32x4.add(p1, f32x4.mul(v128.load32_splat(at + step), x));
      p2 = f32x4.add(p2, f32x4.mul(v128.load32_splat(at + 2 * step), x));
      p3 = f32x4.add(p3, f32x4.mul(v128.load32_splat(at + 3 * step), x));
    }
    const to = out + column;
    v128.store(to, p0);
    v128.store(to + line, p1);
    v128.store(to + 2 * line, p2);
    v128.store(to + 3 * line, p3);
  }
}

/** `out` [inner, columns] = the transpose of `a` [rows, inner] times `b` [rows, columns]; `inner` and `columns` are fours. */
export function multiplyTurned(a: usize, rows: i32, inner: i32, b: usize, columns: i32, out: usize): void {
  const step: usize = usize(inner) << 2;
  const line: usize = usize(columns) << 2;
  for (let i: usize = 0; i < step; i += 16) {
    for (let column: usize = 0; column < line; column += 16) {
      let p0 = f32x4.splat(0);
      let p1 = p0;
      let p2 = p0;
      let p3 = p0;
      let from = a + i;
      let place = b + column;
      for (let row = 0; row < rows; row++, from += step, place += line) {
        const x = v128.load(place);
        p0 = f32x4.add(p0, f32x4.mul(v128.load32_splat(from), x));
        p1 = f32x4.add(p1, f32x4.mul(v128.load32_splat(from, 4), x));
        p2 = f32x4.add(p2, f32x4.mul(v128.load32_splat(from, 8), x));
        p3 = f32x4.add(p3, f32x4.mul(v128.load32_splat(from, 12), x));
      }
      const to = out + (i >> 2) * line + column;
      v128.store(to, p0);
      v128.store(to + line, p1);
      v128.store(to + 2 * line, p2);
      v128.store(to + 3 * line, p3);
    }
  }
}

/** The sum of each column of `a` [rows, columns]. */
export function sumRows(a: usize, rows: i32, columns: i32, out: usize): void {
  const line: usize = usize(columns) << 2;
  for (let column: usize = 0; column < line; column += 16) {
    let sum = f32x4.splat(0);
    let at = a + column;
    for (let row = 0; row < rows; row++, at += line) sum = f32x4.add(sum, v128.load(at));
    v128.store(out + column, sum);
  }
}

/** `out` [columns, rows] is `a` [rows, columns] turned. */
export function turn(a: usize, rows: i32, columns: i32, out: usize): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      store<f32>(out + (usize(column * rows + row) << 2), load<f32>(a + (usize(row * columns + column) << 2)));
}

// How a layer bends its sums.
const TANH: i32 = 1;
const RELU: i32 = 2;
const LEAKY: i32 = 3;
const ELU: i32 = 4;
const SIGMOID: i32 = 5;
const LEAKY_SLOPE: f32 = 0.2;

/** Bends `count` numbers, a multiple of four, where they are. */
export function bend(y: usize, count: i32, activation: i32): void {
  const none = f32x4.splat(0);
  const half = f32x4.splat(0.5);
  const end = y + (usize(count) << 2);
  for (; y < end; y += 16) {
    let x = v128.load(y);
    if (activation == TANH) x = tanh(x);
    else if (activation == RELU) x = f32x4.pmax(none, x);
    else if (activation == LEAKY) x = v128.bitselect(x, f32x4.mul(x, f32x4.splat(LEAKY_SLOPE)), f32x4.gt(x, none));
    else if (activation == ELU) {
      // e^x - 1 by the tangent of half of x, for x below 0.
      const t = tanh(f32x4.mul(half, f32x4.pmin(none, x)));
      const below = f32x4.div(f32x4.add(t, t), f32x4.sub(f32x4.splat(1), t));
      x = v128.bitselect(x, below, f32x4.gt(x, none));
    } else if (activation == SIGMOID) x = f32x4.add(half, f32x4.mul(half, tanh(f32x4.mul(half, x))));
    v128.store(y, x);
  }
}

/** `dy` times the slope of the activation at each of `count` answers `y`, where it is. */
export function bendBack(y: usize, dy: usize, count: i32, activation: i32): void {
  const none = f32x4.splat(0);
  const end = y + (usize(count) << 2);
  for (; y < end; y += 16, dy += 16) {
    const answer = v128.load(y);
    let slope = v128.load(dy);
    if (activation == TANH) slope = f32x4.sub(slope, f32x4.mul(slope, f32x4.mul(answer, answer)));
    else if (activation == RELU) slope = v128.and(slope, f32x4.gt(answer, none));
    else if (activation == LEAKY)
      slope = v128.bitselect(slope, f32x4.mul(slope, f32x4.splat(LEAKY_SLOPE)), f32x4.gt(answer, none));
    else if (activation == ELU) slope = f32x4.mul(slope, f32x4.add(f32x4.pmin(none, answer), f32x4.splat(1)));
    else if (activation == SIGMOID) slope = f32x4.mul(slope, f32x4.sub(answer, f32x4.mul(answer, answer)));
    v128.store(dy, slope);
  }
}

/** A quotient of polynomials that is right to a few of the last digits of 32 bits (as Eigen has it); ±1 beyond ±9. */
function tanh(value: v128): v128 {
  const x = f32x4.pmax(f32x4.splat(-9), f32x4.pmin(f32x4.splat(9), value));
  const s = f32x4.mul(x, x);
  let p = f32x4.splat(-2.76076847742355e-16);
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(4.89352455891786e-3));
  let q = f32x4.splat(1.19825839466702e-6);
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(2.268434632439e-3));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(f32x4.mul(x, p), q);
}
