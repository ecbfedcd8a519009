import { sigmoid, tanh, type Cell } from "./cell";

/**
 * i, f, o = σ(W x + b + U h'), g = tanh(W x + b + U h'), c = f ∘ c' + i ∘ g, h = o ∘ tanh(c); the gates in the order
 * i, f, g, o. Hochreiter & Schmidhuber 1997 with the forget gate of Gers, Schmidhuber & Cummins 2000.
 */
export const lstmCell: Cell = {
  gates: 4,
  kept: 6,
  addsUp: true,
  forward({ units, projected, recurrent, after, kept, keptBefore }) {
    for (let row = 0, i = 0; i < after.length; row++) {
      const [at, keep] = [4 * units * row, 6 * units * row];
      for (let unit = 0; unit < units; unit++, i++) {
        const sum = (gate: number) => projected[at + gate * units + unit]! + recurrent[at + gate * units + unit]!; // four gates for each unit
        const [enter, stay, fresh, show] = [sigmoid(sum(0)), sigmoid(sum(1)), tanh(sum(2)), sigmoid(sum(3))];
        const carried = stay * keptBefore[keep + 4 * units + unit]! + enter * fresh; // six numbers for each unit
        const bent = tanh(carried);
        after[i] = show * bent;
        kept[keep + unit] = enter;
        kept[keep + units + unit] = stay;
        kept[keep + 2 * units + unit] = fresh;
        kept[keep + 3 * units + unit] = show;
        kept[keep + 4 * units + unit] = carried;
        kept[keep + 5 * units + unit] = bent;
      }
    }
  },
  backward({ units, kept, keptBefore, dAfter, dBefore, dProjected, dCarried }) {
    for (let row = 0, i = 0; i < dAfter.length; row++) {
      const [at, keep] = [4 * units * row, 6 * units * row];
      for (let unit = 0; unit < units; unit++, i++) {
        const enter = kept[keep + unit]!; // six numbers for each unit
        const stay = kept[keep + units + unit]!; // six numbers for each unit
        const fresh = kept[keep + 2 * units + unit]!; // six numbers for each unit
        const show = kept[keep + 3 * units + unit]!; // six numbers for each unit
        const bent = kept[keep + 5 * units + unit]!; // six numbers for each unit
        const slope = dAfter[i]!; // one state for each unit
        const inner = dCarried[i]! + slope * show * (1 - bent * bent); // one state for each unit
        const gate = at + unit;
        dProjected[gate] = inner * fresh * enter * (1 - enter);
        dProjected[gate + units] = inner * keptBefore[keep + 4 * units + unit]! * stay * (1 - stay); // six numbers for each unit
        dProjected[gate + 2 * units] = inner * enter * (1 - fresh * fresh);
        dProjected[gate + 3 * units] = slope * bent * show * (1 - show);
        dCarried[i] = inner * stay;
      }
    }
    dBefore.fill(0);
  },
};
