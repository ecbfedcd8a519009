/** So many series or sequences say by themselves how much figures vary; fewer are cut into blocks. */
const MIN_UNITS = 8;
/** Into so many blocks, unless labelled stretches are longer than one. */
const BLOCKS = 60;

/** What rows depend on each other: whole series or sequences, or blocks of steps that follow each other. */
export interface Units {
  readonly name: "whole" | "block";
  readonly ofRows: Int32Array;
}

/**
 * The unit of each row: the series or sequence that it is of where there are enough of them, else the block of steps that
 * it lies in, each at least as long as the longest labelled stretch, because what lies in one stretch is found together.
 */
export function unitsOf(wholes: ArrayLike<number>, steps: ArrayLike<number>, longest: number): Units {
  const ofRows = Int32Array.from(wholes);
  if (new Set(ofRows).size >= MIN_UNITS) return { name: "whole", ofRows };
  let last = 0;
  for (let row = 0; row < steps.length; row++) last = Math.max(last, steps[row]!); // a step each
  const length = Math.max(1, longest, Math.ceil((last + 1) / BLOCKS));
  return { name: "block", ofRows: Int32Array.from(steps, (step) => Math.floor(step / length)) };
}
