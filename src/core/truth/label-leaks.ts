import { cellOf, type Cell, type Column } from "../data/column";
import type { Note } from "../data/note";
import { momentsOf } from "../math/moments";
import { valueCodesOf } from "./value-codes";

/** Of fewer rows of a kind everything is told apart by chance. */
const MIN_ROWS = 8;
/** Up to this share of the rarer kind of rows may be told wrongly. */
const MAX_WRONG = 0.05;
/** So closely no measurement follows a label: its usual values would have to lie together as if there were but two. */
const MIN_CORRELATION = 0.95;
/** A column with more different values than rows of the rarer kind, or than this, has no value that tells. */
const MAX_VALUES = 1000;

/** What is known of each row: 1 strange, 0 ordinary, UNKNOWN. */
export type Verdicts = Int8Array;
export const UNKNOWN = -1;

/**
 * What a column by itself tells of a label, where that is nearly all of it. It does by its values, each of which is told
 * by the other rows that have it; by whether it has one certain value, or any, as what is only written down afterwards;
 * or by rising and falling with the label. That a value is extreme is no leak: it is what detectors look for. Null where
 * it tells less.
 */
export function leakOf(column: Column, verdicts: Verdicts, label: string): Note | null {
  const [ordinary, strange] = countsOf(verdicts);
  const rarer = strange <= ordinary ? 1 : 0;
  const rare = Math.min(ordinary, strange);
  if (rare < MIN_ROWS) return null;
  const most = Math.floor(rare * MAX_WRONG);
  const wrong = Math.min(
    wrongByValue(column, verdicts, rarer),
    ...tellingValues(column, verdicts).map((value) => wrongBySingleValue(column, verdicts, value, most)),
  );
  const values = { label };
  if (wrong === 0) return { code: "leak.all", values };
  if (wrong <= most) return { code: "leak.nearly", values: { ...values, count: wrong, rows: ordinary + strange } };
  const correlation = correlationWith(column, verdicts);
  if (Math.abs(correlation) < MIN_CORRELATION) return null;
  return { code: "leak.in-step", values: { ...values, correlation: Math.round(1000 * correlation) / 1000 } };
}

function countsOf(verdicts: Verdicts): [number, number] {
  let [ordinary, strange] = [0, 0];
  for (const verdict of verdicts)
    if (verdict === 1) strange++;
    else if (verdict === 0) ordinary++;
  return [ordinary, strange];
}

/** How many rows are told wrongly where each is taken for what most others of its value are, and for one of the more frequent kind where they do not say. */
function wrongByValue(column: Column, verdicts: Verdicts, rarer: 0 | 1): number {
  const coded = valueCodesOf(column, MAX_VALUES);
  if (!coded) return Infinity;
  const { codes, values } = coded;
  // A missing value is one like the others: the last.
  const usual = new Float64Array(values.length + 1);
  const rare = new Float64Array(values.length + 1);
  for (let row = 0; row < verdicts.length; row++) {
    const verdict = verdicts[row]!; // one for each row, as codes
    const code = codes[row]!;
    const of = verdict === rarer ? rare : usual;
    if (verdict !== UNKNOWN) of[code < 0 ? values.length : code]!++; // codes count values
  }
  return usual.reduce((wrong, others, at) => {
    const own = rare[at]!; // as long
    // Without itself, a row must find more of its kind, or else be of the usual one.
    return wrong + (own - 1 > others ? 0 : own) + (own > others - 1 ? others : 0);
  }, 0);
}

/** Values that all rows of a kind may have: those of its first and its last. */
function tellingValues(column: Column, verdicts: Verdicts): Cell[] {
  const rows = [0, 1].flatMap((kind) => [verdicts.indexOf(kind), verdicts.lastIndexOf(kind)]);
  return [...new Set(rows.map((row) => cellOf(column, row)))];
}

/** How many rows are told wrongly by whether they have that value; no more is counted beyond `most`. */
function wrongBySingleValue(column: Column, verdicts: Verdicts, value: Cell, most: number): number {
  let [asStrange, asOrdinary] = [0, 0];
  for (let row = 0; row < verdicts.length; row++) {
    const verdict = verdicts[row]!; // one for each row
    if (verdict === UNKNOWN) continue;
    if ((cellOf(column, row) === value) === (verdict === 1)) asOrdinary++;
    else asStrange++;
    if (asStrange > most && asOrdinary > most) return Infinity;
  }
  return Math.min(asStrange, asOrdinary);
}

/** How a column of numbers moves with the label, from -1 to 1; 0 for other columns. */
function correlationWith(column: Column, verdicts: Verdicts): number {
  if (column.kind !== "number") return 0;
  const known = Uint32Array.from(verdicts.keys()).filter(
    (row) => verdicts[row] !== UNKNOWN && Number.isFinite(column.values[row]),
  );
  const values = Float64Array.from(known, (row) => column.values[row]!); // within the column
  const strange = Float64Array.from(known, (row) => verdicts[row]!); // within the table
  const [own, label] = [momentsOf(values), momentsOf(strange)];
  if (!(own.sd > 0 && label.sd > 0)) return 0;
  return (
    values.reduce((sum, value, at) => sum + ((value - own.mean) / own.sd) * (strange[at]! - label.mean), 0) /
    (values.length * label.sd)
  ); // as long
}
