// Products of all pairs of columns, in tiles of four by four that stay in registers while the rows go by.

/**
 * Adds z' z of the rows of `z` (f64, `padded` numbers each, a multiple of four) to the tiles on and below the diagonal of
 * `out` [padded, padded]. Each entry is added up row by row, as a plain loop does.
 */
export function addGram(z: usize, rows: i32, padded: i32, out: usize): void {
  const line: usize = usize(padded) << 3;
  for (let i: usize = 0; i < usize(padded); i += 4) {
    for (let j: usize = 0; j <= i; j += 4) {
      const top = out + i * line + (j << 3);
      let a0 = v128.load(top);
      let a1 = v128.load(top, 16);
      let b0 = v128.load(top + line);
      let b1 = v128.load(top + line, 16);
      let c0 = v128.load(top + 2 * line);
      let c1 = v128.load(top + 2 * line, 16);
      let d0 = v128.load(top + 3 * line);
      let d1 = v128.load(top + 3 * line, 16);
      let left = z + (i << 3);
      let right = z + (j << 3);
      for (let row = 0; row < rows; row++, left += line, right += line) {
        const x = v128.load(right);
        const y = v128.load(right, 16);
        let one = v128.load64_splat(left);
        a0 = f64x2.add(a0, f64x2.mul(one, x));
        a1 = f64x2.add(a1, f64x2.mul(one, y));
        one = v128.load64_splat(left, 8);
        b0 = f64x2.add(b0, f64x2.mul(one, x));
        b1 = f64x2.add(b1, f64x2.mul(one, y));
        one = v128.load64_splat(left, 16);
        c0 = f64x2.add(c0, f64x2.mul(one, x));
        c1 = f64x2.add(c1, f64x2.mul(one, y));
        one = v128.load64_splat(left, 24);
        d0 = f64x2.add(d0, f64x2.mul(one, x));
        d1 = f64x2.add(d1, f64x2.mul(one, y));
      }
      v128.store(top, a0);
      v128.store(top, a1, 16);
      v128.store(top + line, b0);
      v128.store(top + line, b1, 16);
      v128.store(top + 2 * line, c0);
      v128.store(top + 2 * line, c1, 16);
      v128.store(top + 3 * line, d0);
      v128.store(top + 3 * line, d1, 16);
    }
  }
}

/** The squared length of each row of `z` to `out`; `rows` is a multiple of four. */
export function squaredLengths(z: usize, rows: i32, padded: i32, out: usize): void {
  const line: usize = usize(padded) << 3;
  for (let row = 0; row < rows; row += 4, z += 4 * line, out += 32) {
    let a: f64 = 0;
    let b: f64 = 0;
    let c: f64 = 0;
    let d: f64 = 0;
    for (let at = z; at < z + line; at += 8) {
      const w = load<f64>(at);
      const x = load<f64>(at + line);
      const y = load<f64>(at + 2 * line);
      const v = load<f64>(at + 3 * line);
      a += w * w;
      b += x * x;
      c += y * y;
      d += v * v;
    }
    store<f64>(out, a);
    store<f64>(out + 8, b);
    store<f64>(out + 16, c);
    store<f64>(out + 24, d);
  }
}
