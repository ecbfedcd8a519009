import type { ColumnSamples } from "../../core/detect/column-samples";
import { valueReader } from "./read-columns";

/** More columns hardly make an agreement rarer, and each is looked at beside each. */
const MAX_COLUMNS = 10;

/**
 * The chance that two of `rows`, none of which is a copy, agree in all of the columns: that of the most telling column,
 * and of each further one given the one before that goes with it most (a total says nothing new beside price and count).
 * `pause` lets others have their turn.
 */
export async function chanceOfCopy(
  samples: ColumnSamples,
  features: readonly number[],
  rows: readonly number[],
  pause: () => Promise<void>,
): Promise<number> {
  const codes: Int32Array[] = [];
  for (const feature of features) {
    codes.push(codesOf(samples, feature, rows));
    await pause();
  }
  const alone = codes.map((own) => chanceOfEqual(own));
  const order = [...codes.keys()].sort((a, b) => alone[a]! - alone[b]!).slice(0, MAX_COLUMNS); // places of codes
  let product = 1;
  for (const [place, at] of order.entries()) {
    let chance = alone[at]!; // a place of codes
    for (const before of order.slice(0, place)) {
      chance = Math.max(chance, chanceGiven(codes[before]!, codes[at]!)); // places of codes
      await pause();
    }
    product *= Math.min(1, chance);
  }
  return product;
}

function codesOf(samples: ColumnSamples, feature: number, rows: readonly number[]): Int32Array {
  const valueOf = valueReader(samples.columns[feature]!); // one of the features
  const known = new Map<number | string | null, number>();
  return Int32Array.from(rows, (row) => {
    const value = valueOf(row);
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  });
}

/** As if one more pair agreed: what was never seen is rare, not impossible. */
function chanceOfEqual(codes: Int32Array): number {
  return Math.min(1, (1 + pairsIn(codes)) / Math.max(1, (codes.length * (codes.length - 1)) / 2));
}

/** The share of pairs that agree in the second column among those that agree in the first. */
function chanceGiven(first: Int32Array, second: Int32Array): number {
  const width = second.reduce((most, code) => Math.max(most, code), 0) + 1;
  const both = Float64Array.from(first, (code, at) => code * width + second[at]!); // as many codes
  const among = pairsIn(first);
  return among === 0 ? 0 : Math.min(1, pairsIn(both) / among);
}

/** How many pairs have the same code. */
function pairsIn(codes: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let at = 0; at < codes.length; at++) counts.set(codes[at]!, (counts.get(codes[at]!) ?? 0) + 1); // at < length
  let pairs = 0;
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
  return pairs;
}
