// Columns of a block of rows of 32-bit numbers, four of them in a vector, in 64 bits. Every column is added up row by row,
// as a plain loop does, so that the results are those of a plain loop to the last bit.

/** Adds each column to `sums` (f64) and widens `low` and `high` (f32). A multiple of four columns is read in each row. */
export function columnSums(
  values: usize,
  rows: i32,
  width: i32,
  padded: i32,
  sums: usize,
  low: usize,
  high: usize,
): void {
  const line: usize = usize(width) << 2;
  for (let column: usize = 0; column < usize(padded); column += 4) {
    let at = values + (column << 2);
    let first = v128.load(sums + (column << 3));
    let last = v128.load(sums + (column << 3), 16);
    let least = v128.load(low + (column << 2));
    let most = v128.load(high + (column << 2));
    for (let row = 0; row < rows; row++, at += line) {
      const four = v128.load(at);
      first = f64x2.add(first, f64x2.promote_low_f32x4(four));
      last = f64x2.add(
        last,
        f64x2.promote_low_f32x4(i8x16.shuffle(four, four, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15)),
      );
      least = f32x4.pmin(least, four);
      most = f32x4.pmax(most, four);
    }
    v128.store(sums + (column << 3), first);
    v128.store(sums + (column << 3), last, 16);
    v128.store(low + (column << 2), least);
    v128.store(high + (column << 2), most);
  }
}

/** Adds what each column differs from its entry of `from`, and the squares of that. */
export function columnDeviations(
  values: usize,
  rows: i32,
  width: i32,
  padded: i32,
  from: usize,
  sums: usize,
  squares: usize,
): void {
  const line: usize = usize(width) << 2;
  for (let column: usize = 0; column < usize(padded); column += 2) {
    let at = values + (column << 2);
    const centre = v128.load(from + (column << 3));
    let sum = v128.load(sums + (column << 3));
    let square = v128.load(squares + (column << 3));
    for (let row = 0; row < rows; row++, at += line) {
      const gap = f64x2.sub(f64x2.promote_low_f32x4(v128.load64_zero(at)), centre);
      sum = f64x2.add(sum, gap);
      square = f64x2.add(square, f64x2.mul(gap, gap));
    }
    v128.store(sums + (column << 3), sum);
    v128.store(squares + (column << 3), square);
  }
}

/**
 * Rows counted in the unit of each column from its centre, `padded` numbers of 64 bits each: 0 where a column has no unit,
 * as those have that fill a row up.
 */
export function standardise(
  values: usize,
  rows: i32,
  width: i32,
  padded: i32,
  centre: usize,
  unit: usize,
  out: usize,
): void {
  const none = f64x2.splat(0);
  for (let row = 0; row < rows; row++) {
    let at = values + (usize(row * width) << 2);
    for (let column: usize = 0; column < usize(padded); column += 2, at += 8, out += 16) {
      const length = v128.load(unit + (column << 3));
      const gap = f64x2.sub(f64x2.promote_low_f32x4(v128.load64_zero(at)), v128.load(centre + (column << 3)));
      v128.store(out, v128.and(f64x2.div(gap, length), f64x2.gt(length, none)));
    }
  }
}
