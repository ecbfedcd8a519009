import type { Cell } from "./cell";
import { productInto } from "./product";

/** A pass of a cell over sequences of equal length, all arrays step after step: [steps, sequences, …]. */
export interface Unrolled {
  /** [steps, sequences, units] */
  readonly states: Float32Array;
  /**
   * The way back, once: from slopes in the states to slopes in what came in and in what came from the states before,
   * both [steps, sequences, gates * units]; one array where they are the same.
   */
  back(dStates: Float32Array): { readonly dProjected: Float32Array; readonly dRecurrent: Float32Array };
}

/**
 * Walks through all steps, from states that are 0. `projected` [steps, sequences, gates * units] is what comes in, with
 * the bias; `kernel` [units, gates * units] is what the states are multiplied with. On typed arrays instead of a backend:
 * a step is too small for the way there.
 */
export function unroll(
  cell: Cell,
  units: number,
  steps: number,
  projected: Float32Array,
  kernel: Float32Array,
): Unrolled {
  const wide = cell.gates * units;
  const sequences = projected.length / (steps * wide);
  const [size, gateSize, keptSize] = [sequences * units, sequences * wide, sequences * cell.kept * units];
  const states = new Float32Array(steps * size);
  const kept = new Float32Array(steps * keptSize);
  const [noState, nothingKept] = [new Float32Array(size), new Float32Array(keptSize)];
  const stateAt = (step: number) => (step < 0 ? noState : states.subarray(step * size, (step + 1) * size));
  const keptAt = (step: number) => (step < 0 ? nothingKept : kept.subarray(step * keptSize, (step + 1) * keptSize));
  const gatesAt = (all: Float32Array, step: number) => all.subarray(step * gateSize, (step + 1) * gateSize);

  const byColumn = transposed(kernel, units, wide);
  const recurrent = new Float32Array(gateSize);
  for (let step = 0; step < steps; step++) {
    const before = stateAt(step - 1);
    if (step > 0) productInto(before, sequences, units, byColumn, wide, recurrent);
    cell.forward({
      units,
      projected: gatesAt(projected, step),
      recurrent,
      before,
      after: stateAt(step),
      kept: keptAt(step),
      keptBefore: keptAt(step - 1),
    });
  }

  return {
    states,
    back(dStates) {
      const dProjected = new Float32Array(projected.length);
      const dRecurrent = cell.addsUp ? dProjected : new Float32Array(projected.length);
      const dAfter = new Float32Array(size);
      const dBefore = new Float32Array(size);
      const through = new Float32Array(size);
      const dCarried = new Float32Array(size);
      for (let step = steps - 1; step >= 0; step--) {
        for (let i = 0, at = step * size; i < size; i++, at++) dAfter[i] = dStates[at]! + dBefore[i]! + through[i]!; // as long
        const slopes = gatesAt(dRecurrent, step);
        cell.backward({
          units,
          before: stateAt(step - 1),
          after: stateAt(step),
          kept: keptAt(step),
          keptBefore: keptAt(step - 1),
          dAfter,
          dBefore,
          dProjected: gatesAt(dProjected, step),
          dRecurrent: slopes,
          dCarried,
        });
        // The columns of the transposed kernel are its rows.
        if (step > 0) productInto(slopes, sequences, wide, kernel, units, through);
      }
      return { dProjected, dRecurrent };
    },
  };
}

function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) out[column * rows + row] = values[row * columns + column]!; // as long
  return out;
}
