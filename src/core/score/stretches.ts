/** Neighbouring marked steps: `from` (included) to `to` (excluded). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of `marks` that are not 0, in order; none crosses a step of `starts`, where another series begins. */
export function stretchesOf(marks: Uint8Array, starts: ArrayLike<number> = [0]): Stretch[] {
  const stretches: Stretch[] = [];
  let [from, series] = [-1, 0];
  for (let step = 0; step <= marks.length; step++) {
    while (series < starts.length && starts[series]! < step) series++; // series < length
    const ends = !marks[step] || starts[series] === step;
    if (from >= 0 && ends) stretches.push({ from, to: step });
    if (!marks[step]) from = -1;
    else if (from < 0 || ends) from = step;
  }
  return stretches;
}
