import type { TimeParts } from "../data/join-times";
import type { ReadReport } from "../data/read-report";
import type { TimeZone } from "../data/time-zone";
import { isPlainWords } from "./aside-remarks";
import { joinRemarks } from "./join-remarks";
import { kindRemarks } from "./kind-remarks";
import { noValueRemarks } from "./no-value-remarks";
import type { ColumnFacts, Remark } from "./remark";
import { zoneRemarks } from "./zone-remarks";

interface TableFacts {
  readonly columns: readonly (ColumnFacts & { readonly zone?: TimeZone })[];
  readonly joinable: readonly (TimeParts & { readonly isJoined: boolean; readonly halves: number })[];
}

/** What a person should know of how the columns of a table were read, most important first. */
export function columnRemarks({ columns, joinable }: TableFacts): Remark[] {
  return [
    ...noValueRemarks(columns),
    ...joinRemarks(columns, joinable),
    ...zoneRemarks(columns),
    ...kindRemarks(columns),
  ];
}

/** Whether there is nothing to mend: every row and every cell was read as it stands, and no numbers are set aside. */
export function isAsItStands(report: ReadReport, table: TableFacts, asides: readonly Remark[]): boolean {
  const { rowsSeen, rowsKept, shortRows, longRows, emptyRows, renamed, unreadable, emptied = [], notes } = report;
  const rows = rowsSeen - rowsKept + shortRows.count + longRows.count + emptyRows;
  const cells = [...unreadable, ...emptied].reduce((sum, { count }) => sum + count, 0);
  if (rows + cells + renamed.length + notes.length + columnRemarks(table).length > 0) return false;
  return asides.every((aside) => aside.columns.every((at) => table.columns[at] && isPlainWords(table.columns[at])));
}
