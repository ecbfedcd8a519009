import type { NumberColumn } from "../data/column";
import { saysId, saysNumbering } from "../data/role-names";
import { isLaw } from "../findings/evidence";
import type { Check } from "./check";

/** A number that comes again in more rows than this does not count documents. */
const MIN_DIFFERENT_SHARE = 0.98;

/** Numbers of documents that nearly follow on each other: the rows that stand right behind a gap. */
export function numberGaps({ name, values }: NumberColumn, isId: boolean): Check[] {
  if (!isId && !saysId(name) && !saysNumbering(name)) return [];
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (!known.every(Number.isSafeInteger)) return [];
  const afterGap = new Set<number>();
  let [different, missing] = [0, 0];
  let before = NaN;
  for (const value of known) {
    if (value === before) continue;
    different++;
    if (value > before + 1) {
      missing += value - before - 1;
      afterGap.add(value);
    }
    before = value;
  }
  if (missing === 0 || different < MIN_DIFFERENT_SHARE * known.length || !isLaw(missing, different)) return [];
  const rows = Uint32Array.from([...values.keys()].filter((row) => afterGap.has(values[row]!))); // its own keys
  return [{ note: { code: "check.gaps", values: { column: name, count: missing } }, rows }];
}
