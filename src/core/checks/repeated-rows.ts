import { firstNames } from "../data/first-names";
import { isLaw } from "../findings/evidence";
import type { Check, LookedAt, Rest } from "./check";
import { checkOf } from "./check";
import { cellHash } from "./cell-hash";
import { firstEqual } from "./equal-rows";

/** Rows that are equal in fewer columns than this are equal by chance. */
const MIN_COLUMNS = 4;
/** Each column is left out once, which looks at every cell again: a table with more cells would take too long. */
const MAX_CELLS = 20_000_000;
const MAX_NAMES = 3;

/**
 * Rows that repeat an earlier one: in every cell, in all but what numbers them, and in all but one cell, where that does
 * not come about by chance.
 * @param numbering positions of the columns that number rows
 */
export async function repeatedRows(
  looked: readonly LookedAt[],
  numbering: ReadonlySet<number>,
  rowCount: number,
  rest: Rest,
): Promise<Check[]> {
  const checks: Check[] = [];
  const all = await sumsOf(looked, rowCount, rest);
  const exact = firstEqual(all.first, all.second);
  const exactly = copiesIn(exact);
  // Few columns of few values repeat themselves by chance.
  const isTold = looked.length >= MIN_COLUMNS || (looked.length > 1 && isLaw(exactly.count, rowCount));
  if (exactly.count > 0 && isTold)
    checks.push(checkOf({ code: "check.copies", values: { count: exactly.count } }, exactly.rows));

  const own = looked.filter(({ position }) => !numbering.has(position));
  const counters = looked.filter(({ position }) => numbering.has(position));
  const butNumbers = counters.length > 0 ? await sumsOf(own, rowCount, rest) : all;
  const unnumbered = counters.length > 0 ? firstEqual(butNumbers.first, butNumbers.second) : exact;
  const numbered = copiesIn(unnumbered, exact);
  if (numbered.count > 0 && own.length >= MIN_COLUMNS && isLaw(numbered.count, rowCount))
    checks.push(
      checkOf(
        { code: "check.copies-but", values: { count: numbered.count, columns: namesOf(counters) } },
        numbered.rows,
      ),
    );
  checks.push(...(await nearlyEqual(own, butNumbers, unnumbered, rowCount, rest)));
  return checks;
}

/** Rows that are an earlier one in all columns but one. */
async function nearlyEqual(
  looked: readonly LookedAt[],
  { first, second }: Sums,
  known: Uint32Array,
  rowCount: number,
  rest: Rest,
): Promise<Check[]> {
  if (looked.length < MIN_COLUMNS) return [];
  if (looked.length * rowCount > MAX_CELLS)
    return [{ note: { code: "check.near-not-sought" }, rows: new Uint32Array() }];
  const rows = new Set<number>();
  const copies = new Set<number>();
  const differing: LookedAt[] = [];
  for (const one of looked) {
    const hash = cellHash(one.column, one.position);
    const near = firstEqual(
      first.map((sum, row) => sum - hash.first(row)),
      second.map((sum, row) => sum - hash.second(row)),
    );
    const { count, rows: found, copies: again } = copiesIn(near, known);
    if (count > 0 && isLaw(count, rowCount)) {
      differing.push(one);
      for (const row of found) rows.add(row);
      for (const row of again) copies.add(row);
    }
    await rest();
  }
  if (copies.size === 0 || !isLaw(copies.size, rowCount)) return [];
  return [checkOf({ code: "check.near-copies", values: { count: copies.size, columns: namesOf(differing) } }, rows)];
}

interface Sums {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** The sums of the hashes of each row's cells: a column is taken out of them again by subtraction. */
async function sumsOf(looked: readonly LookedAt[], rowCount: number, rest: Rest): Promise<Sums> {
  const sums = { first: new Int32Array(rowCount), second: new Int32Array(rowCount) };
  for (const { column, position } of looked) {
    const hash = cellHash(column, position);
    for (let row = 0; row < rowCount; row++) {
      sums.first[row]! += hash.first(row); // row < count
      sums.second[row]! += hash.second(row);
    }
    await rest();
  }
  return sums;
}

/** Rows that are equal to an earlier one, and those with the rows that they repeat; without those that are known. */
function copiesIn(equal: Uint32Array, known?: Uint32Array) {
  const copies: number[] = [];
  const rows = new Set<number>();
  equal.forEach((first, row) => {
    if (first === row || (known && known[row] !== row)) return;
    copies.push(row);
    rows.add(row).add(first);
  });
  return { count: copies.length, copies, rows };
}

function namesOf(columns: readonly LookedAt[]): readonly string[] {
  return firstNames(
    columns.map(({ column }) => column.name),
    MAX_NAMES,
  );
}
