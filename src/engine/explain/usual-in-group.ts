import type { Contribution } from "../../core/explain/explanation";
import { quantileOfSorted } from "../../core/math/quantile";
import { sortedFinite } from "../../core/math/sort";
import { keyOf, rowsPerGroup } from "../../core/prepare/group-rows";
import type { StoredRun } from "../stored-run";
import type { Table } from "../tables";

/** What is usual in the group of a row, where rows are compared within groups. */
export interface GroupOfRow {
  /** What the group is called. */
  readonly name: string;
  /** Where the middle half of a column lies in it; null where it has too few values, and of words. */
  typicalIn(column: number): Contribution["typical"];
}

interface Grouped {
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
  readonly typical: Map<string, Contribution["typical"]>;
}

const known = new WeakMap<Table, Map<number, Grouped>>();

/** The group that a row is compared within; null where it is compared with all. */
export function groupOf({ table, request: { recipe } }: StoredRun, row: number): GroupOfRow | null {
  const at = recipe.withinGroup ? recipe.columns.findIndex(({ role }) => role === "group") : -1;
  const column = table.dataset.columns[at];
  const name = column ? keyOf(column)(row) : null;
  if (!column || name === null) return null;
  const grouped = groupedBy(table, at);
  const rows = grouped.rowsOf.get(name) ?? [];
  if (rows.length < rowsPerGroup) return null;
  return {
    name,
    typicalIn(position) {
      const key = `${position} ${name}`;
      const found = grouped.typical.get(key) ?? middleHalf(table, position, rows);
      grouped.typical.set(key, found);
      return found;
    },
  };
}

/** Whether a row is of the group that `row` is compared within; every row is where it is compared with all. */
export function sameGroup(run: StoredRun, row: number): (other: number) => boolean {
  const { table, request } = run;
  const group = groupOf(run, row);
  const column = table.dataset.columns[request.recipe.columns.findIndex(({ role }) => role === "group")];
  if (!group || !column) return () => true;
  const nameOf = keyOf(column);
  return (other) => nameOf(other) === group.name;
}

function groupedBy(table: Table, at: number): Grouped {
  const ofTable = known.get(table) ?? new Map<number, Grouped>();
  known.set(table, ofTable);
  const before = ofTable.get(at);
  if (before) return before;
  const nameOf = keyOf(table.dataset.columns[at]!); // the group's column
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < table.dataset.rowCount; row++) {
    const name = nameOf(row);
    if (name === null) continue;
    const rows = rowsOf.get(name);
    if (rows) rows.push(row);
    else rowsOf.set(name, [row]);
  }
  const grouped: Grouped = { rowsOf, typical: new Map() };
  ofTable.set(at, grouped);
  return grouped;
}

function middleHalf({ dataset }: Table, position: number, rows: readonly number[]): Contribution["typical"] {
  const column = dataset.columns[position];
  if (column?.kind !== "number" && column?.kind !== "time") return null;
  const sorted = sortedFinite(Float64Array.from(rows, (row) => column.values[row]!)); // rows of the table
  if (sorted.length < rowsPerGroup) return null;
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantileOfSorted(sorted, share));
  return { low: low!, middle: middle!, high: high! }; // three of them
}
