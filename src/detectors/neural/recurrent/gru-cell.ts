import { sigmoid, tanh, type Cell } from "./cell";

/**
 * r, z = σ(W x + b + U h'), n = tanh(W x + b + r ∘ (U h')), h = (1 - z) ∘ n + z ∘ h'; the gates in the order r, z, n.
 * Cho et al. 2014, Learning phrase representations using RNN encoder-decoder, with the reset after the product, so that
 * a step has one product.
 */
export const gruCell: Cell = {
  gates: 3,
  kept: 4,
  addsUp: false,
  forward({ units, projected, recurrent, before, after, kept }) {
    for (let row = 0, i = 0; i < after.length; row++) {
      const [at, keep] = [3 * units * row, 4 * units * row];
      for (let unit = 0; unit < units; unit++, i++) {
        const [first, second, third] = [at + unit, at + units + unit, at + 2 * units + unit];
        const reset = sigmoid(projected[first]! + recurrent[first]!); // three gates for each unit
        const update = sigmoid(projected[second]! + recurrent[second]!); // three gates for each unit
        const inner = recurrent[third]!; // three gates for each unit
        const fresh = tanh(projected[third]! + reset * inner); // three gates for each unit
        after[i] = fresh + update * (before[i]! - fresh); // one state for each unit
        kept[keep + unit] = reset;
        kept[keep + units + unit] = update;
        kept[keep + 2 * units + unit] = fresh;
        kept[keep + 3 * units + unit] = inner;
      }
    }
  },
  backward({ units, before, kept, dAfter, dBefore, dProjected, dRecurrent }) {
    for (let row = 0, i = 0; i < dAfter.length; row++) {
      const [at, keep] = [3 * units * row, 4 * units * row];
      for (let unit = 0; unit < units; unit++, i++) {
        const reset = kept[keep + unit]!; // four numbers for each unit
        const update = kept[keep + units + unit]!; // four numbers for each unit
        const fresh = kept[keep + 2 * units + unit]!; // four numbers for each unit
        const inner = kept[keep + 3 * units + unit]!; // four numbers for each unit
        const slope = dAfter[i]!; // one state for each unit
        const dFresh = slope * (1 - update) * (1 - fresh * fresh);
        const dReset = dFresh * inner * reset * (1 - reset);
        const dUpdate = slope * (before[i]! - fresh) * update * (1 - update); // one state for each unit
        dBefore[i] = slope * update;
        const [first, second, third] = [at + unit, at + units + unit, at + 2 * units + unit];
        dProjected[first] = dRecurrent[first] = dReset;
        dProjected[second] = dRecurrent[second] = dUpdate;
        dProjected[third] = dFresh;
        dRecurrent[third] = dFresh * reset;
      }
    }
  },
};
