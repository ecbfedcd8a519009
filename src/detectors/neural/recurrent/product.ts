/**
 * out [rows, columns] = a [rows, inner] · b, with b given by its columns: [columns, inner]. Four rows and two columns
 * at once, so that numbers once read are used often: a step of a recurrence is too small for the way to a backend.
 */
export function productInto(
  a: Float32Array,
  rows: number,
  inner: number,
  byColumn: Float32Array,
  columns: number,
  out: Float32Array,
): void {
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const [a0, a1, a2, a3] = [row * inner, (row + 1) * inner, (row + 2) * inner, (row + 3) * inner];
    let column = 0;
    for (; column + 2 <= columns; column += 2) {
      const [b0, b1] = [column * inner, (column + 1) * inner];
      let [s00, s01, s10, s11, s20, s21, s30, s31] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let k = 0; k < inner; k++) {
        const [x, y] = [byColumn[b0 + k]!, byColumn[b1 + k]!]; // all indices lie inside
        const p = a[a0 + k]!;
        const q = a[a1 + k]!;
        const r = a[a2 + k]!;
        const s = a[a3 + k]!;
        s00 += p * x;
        s01 += p * y;
        s10 += q * x;
        s11 += q * y;
        s20 += r * x;
        s21 += r * y;
        s30 += s * x;
        s31 += s * y;
      }
      const at = row * columns + column;
      out[at] = s00;
      out[at + 1] = s01;
      out[at + columns] = s10;
      out[at + columns + 1] = s11;
      out[at + 2 * columns] = s20;
      out[at + 2 * columns + 1] = s21;
      out[at + 3 * columns] = s30;
      out[at + 3 * columns + 1] = s31;
    }
    for (let one = row; one < row + 4; one++) multiplyRest(one, column);
  }
  for (; row < rows; row++) multiplyRest(row, 0);

  function multiplyRest(one: number, from: number): void {
    for (let column = from; column < columns; column++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += a[one * inner + k]! * byColumn[column * inner + k]!; // all indices lie inside
      out[one * columns + column] = sum;
    }
  }
}
