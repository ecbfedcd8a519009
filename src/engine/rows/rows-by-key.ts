import { cellOf, type Cell } from "../../core/data/column";
import { isoTime } from "../../core/data/civil-time";
import { Failure } from "../../core/data/failure";
import { sourceRowOf } from "../../core/data/dataset";
import type { KeyMatch, KeyValues } from "../protocol";
import type { Table } from "../tables";
import type { Checkpoint } from "../yield-to-events";
import { rowsAsWritten } from "./rows-as-written";

/** No row has the value, or several have it. */
const NONE = -1;
const SEVERAL = -2;
const ROWS_PER_YIELD = 5000;
/** How a file that was exported calls the number of a row. */
const ROW_NUMBER = "row";

/**
 * The rows that another file speaks of, by each of its columns that the table has, too: as the cells are written, and
 * where they are numbers by what they say ("007" is 7 where nothing is written so). The column that finds most comes
 * first; one whose values stand in several rows tells no rows apart. The number of a row comes last: it is no longer
 * right once rows were added.
 */
export async function rowsByKey(
  table: Table,
  keys: readonly KeyValues[],
  checkpoint: Checkpoint,
): Promise<readonly KeyMatch[]> {
  const { columns } = table.dataset;
  const asked = keys.flatMap(({ name, values }) => {
    const column = columns.findIndex((one) => plain(one.name) === plain(name));
    if (column >= 0)
      return [{ name, values, column, written: new Map<string, number>(), said: new Map<string, number>() }];
    return [];
  });
  for (const { values, written, said } of asked)
    for (const value of values) {
      written.set(value.trim(), NONE);
      said.set(meaningOf(value.trim()), NONE);
    }
  for (const isWritten of asked.length > 0 ? [true, false] : []) await lookThrough(table, asked, isWritten, checkpoint);
  const found = asked.map(({ name, values, written, said }) => {
    const rows = Int32Array.from(values, (value) => {
      const text = value.trim();
      if (text === "") return NONE;
      const row = written.get(text) ?? NONE;
      return row === NONE ? (said.get(meaningOf(text)) ?? NONE) : row;
    });
    return { name, rows, found: rows.filter((row) => row >= 0).length };
  });
  found.sort((a, b) => b.found - a.found);
  const byNumber = keys.find(({ name }) => plain(name) === ROW_NUMBER && !asked.some((one) => one.name === name));
  return [...found, ...(byNumber ? [rowsByNumber(table, byNumber)] : [])].filter((one) => one.found > 0);
}

interface Asked {
  readonly column: number;
  /** The row of each value, as it is written and by what it says. */
  readonly written: Map<string, number>;
  readonly said: Map<string, number>;
}

/** Goes through the cells once: those of the source, or what was read of them. */
async function lookThrough(table: Table, asked: readonly Asked[], isWritten: boolean, checkpoint: Checkpoint) {
  const { columns, rowCount } = table.dataset;
  const note = (rows: Map<string, number>, text: string, row: number) => {
    const before = rows.get(text);
    if (before !== undefined) rows.set(text, before === NONE || before === row ? row : SEVERAL);
  };
  if (!isWritten) {
    for (let row = 0; row < rowCount; row++) {
      if (row % ROWS_PER_YIELD === 0) await checkpoint(row / rowCount);
      for (const { column, said } of asked) {
        const source = columns[column]!; // within the table
        note(said, meaningOf(textOf(cellOf(source, row), source.kind)), row);
      }
    }
    return;
  }
  const rows = Uint32Array.from({ length: rowCount }, (_, row) => row);
  try {
    const way = await rowsAsWritten(table, { rows, asWritten: true, isPreview: false }, () => checkpoint(null));
    for await (const { rows: here, cell } of way.pieces)
      for (let at = 0; cell && at < here.length; at++) {
        if (at % ROWS_PER_YIELD === 0) await checkpoint(null);
        for (const { column, written } of asked) note(written, cell(at, column).trim(), here[at]!);
      }
  } catch (error) {
    // Of a source that is gone, or another by now, what was read of it tells the rows.
    const isGone = error instanceof Failure && /^file-(changed|vanished)$/.test(error.info.code);
    if (!isGone) throw error;
    for (const { written } of asked) for (const text of written.keys()) written.set(text, NONE);
  }
}

function rowsByNumber({ dataset }: Table, { name, values }: KeyValues): KeyMatch {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < dataset.rowCount; row++) rowOf.set(sourceRowOf(dataset, row), row);
  const rows = Int32Array.from(values, (value) => rowOf.get(Number(value.trim() || NaN)) ?? NONE);
  return { name, rows, found: rows.filter((row) => row >= 0).length };
}

/** Equal for texts that say the same number. */
function meaningOf(text: string): string {
  const number = text === "" ? NaN : Number(text);
  return Number.isNaN(number) ? text : `#${number}`;
}

function textOf(cell: Cell, kind: string): string {
  if (typeof cell === "number") return kind === "time" ? isoTime(cell) : String(cell);
  return cell ?? "";
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
