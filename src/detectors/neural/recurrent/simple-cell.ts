import { tanh, type Cell } from "./cell";

/** h = tanh(W x + b + U h'). Elman 1990, Finding structure in time. */
export const simpleCell: Cell = {
  gates: 1,
  kept: 0,
  addsUp: true,
  forward({ projected, recurrent, after }) {
    for (let i = 0; i < after.length; i++) after[i] = tanh(projected[i]! + recurrent[i]!); // all are as long
  },
  backward({ after, dAfter, dProjected, dBefore }) {
    for (let i = 0; i < after.length; i++) dProjected[i] = dAfter[i]! * (1 - after[i]! ** 2); // all are as long
    dBefore.fill(0);
  },
};
