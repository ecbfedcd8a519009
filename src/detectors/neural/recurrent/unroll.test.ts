import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../core/math/random";
import type { Cell } from "./cell";
import { gruCell } from "./gru-cell";
import { lstmCell } from "./lstm-cell";
import { simpleCell } from "./simple-cell";
import { unroll } from "./unroll";

const [STEPS, SEQUENCES, UNITS] = [7, 5, 6];
const sigma = (x: number) => 1 / (1 + Math.exp(-x));

/** One step of one sequence as the papers write it: `sums[gate]` are what comes in and what the state gives. */
type Textbook = (
  sums: readonly { readonly x: number; readonly h: number }[],
  state: number,
  carried: number,
) => { readonly state: number; readonly carried: number };

const textbooks: [string, Cell, Textbook][] = [
  ["simple", simpleCell, ([a]) => ({ state: Math.tanh(a!.x + a!.h), carried: 0 })],
  [
    "GRU",
    gruCell,
    ([r, z, n], state) => {
      const update = sigma(z!.x + z!.h);
      const fresh = Math.tanh(n!.x + sigma(r!.x + r!.h) * n!.h);
      return { state: (1 - update) * fresh + update * state, carried: 0 };
    },
  ],
  [
    "LSTM",
    lstmCell,
    ([i, f, g, o], _, before) => {
      const carried = sigma(f!.x + f!.h) * before + sigma(i!.x + i!.h) * Math.tanh(g!.x + g!.h);
      return { state: sigma(o!.x + o!.h) * Math.tanh(carried), carried };
    },
  ],
];

/** All states in 64 bits, [steps, sequences, units]. */
function statesOf(step: Textbook, gates: number, projected: Float64Array, kernel: Float64Array): Float64Array {
  const wide = gates * UNITS;
  const states = new Float64Array(STEPS * SEQUENCES * UNITS);
  for (let sequence = 0; sequence < SEQUENCES; sequence++) {
    let [before, carried] = [new Float64Array(UNITS), new Float64Array(UNITS)];
    for (let at = 0; at < STEPS; at++) {
      const row = at * SEQUENCES + sequence;
      const next = Array.from({ length: UNITS }, (_, unit) => {
        const sums = Array.from({ length: gates }, (__, gate) => {
          const column = gate * UNITS + unit;
          const h = before.reduce((sum, value, k) => sum + value * kernel[k * wide + column]!, 0);
          return { x: projected[row * wide + column]!, h };
        });
        return step(sums, before[unit]!, carried[unit]!);
      });
      before = Float64Array.from(next, ({ state }) => state);
      carried = Float64Array.from(next, (one) => one.carried);
      states.set(before, row * UNITS);
    }
  }
  return states;
}

describe.each(textbooks)("%s cell", (_, cell, step) => {
  const random = seededRandom(4);
  const wide = cell.gates * UNITS;
  const draw = (length: number) => Float32Array.from({ length }, () => 2 * random() - 1);
  const [projected, kernel, slopes] = [
    draw(STEPS * SEQUENCES * wide),
    draw(UNITS * wide),
    draw(STEPS * SEQUENCES * UNITS),
  ];
  const exact = (x: Float64Array, w: Float64Array) => statesOf(step, cell.gates, x, w);
  const walk = unroll(cell, UNITS, STEPS, projected, kernel);

  test("walks as its paper says", () => {
    exact(Float64Array.from(projected), Float64Array.from(kernel)).forEach((state, i) => {
      expect(walk.states[i]).toBeCloseTo(state, 5);
    });
  });

  test("gives the slopes that are found by moving each number", () => {
    const { dProjected, dRecurrent } = walk.back(slopes);
    const dKernel = new Float64Array(kernel.length);
    for (let row = SEQUENCES; row < STEPS * SEQUENCES; row++)
      for (let k = 0; k < UNITS; k++)
        for (let column = 0; column < wide; column++)
          dKernel[k * wide + column]! += walk.states[(row - SEQUENCES) * UNITS + k]! * dRecurrent[row * wide + column]!;

    const loss = (x: Float64Array, w: Float64Array) =>
      exact(x, w).reduce((sum, state, i) => sum + state * slopes[i]!, 0);
    const numbers = [Float64Array.from(projected), Float64Array.from(kernel)] as const;
    for (const [values, found] of [
      [numbers[0], dProjected],
      [numbers[1], dKernel],
    ] as const) {
      const largest = Math.max(...found.map(Math.abs));
      for (let i = 0; i < values.length; i += 3) {
        const kept = values[i]!;
        values[i] = kept + 1e-5;
        const above = loss(...numbers);
        values[i] = kept - 1e-5;
        expect(Math.abs(found[i]! - (above - loss(...numbers)) / 2e-5)).toBeLessThan(1e-5 * largest + 1e-6);
        values[i] = kept;
      }
    }
  });
});
