/** The sum of squares that is left of values once functions of their place are fitted to them. */
export function leastSquaresLeft(values: Float64Array, shapes: readonly ((at: number) => number)[]): number {
  const columns: Float64Array[] = [];
  const left = values.slice();
  for (const shape of shapes) {
    // Made orthogonal to those before it, so that each is fitted alone (Gram-Schmidt).
    const own = Float64Array.from(values, (_, at) => shape(at));
    for (const before of columns) takeAway(own, before);
    columns.push(own);
    takeAway(left, own);
  }
  return left.reduce((sum, one) => sum + one * one, 0);
}

function takeAway(from: Float64Array, along: Float64Array): void {
  let [both, square] = [0, 0];
  along.forEach((one, at) => {
    both += one * from[at]!; // as many
    square += one * one;
  });
  if (!(square > 1e-12)) return;
  along.forEach((one, at) => (from[at]! -= (both / square) * one)); // as many
}
