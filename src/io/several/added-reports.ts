import type { Note } from "../../core/data/note";
import type { CellsMet, ReadReport, RowsMet } from "../../core/data/read-report";

const MAX_EXAMPLES = 3;
const MAX_POSITIONS = 5;

/**
 * What happened while several tables were read, as if they were one; what was noted of several of them is told once.
 * `places`: where the columns of the whole stand in each table.
 */
export function addedReports(reports: readonly ReadReport[], places: readonly (readonly number[])[]): ReadReport {
  const width = places[0]?.length ?? 0;
  const cells = (of: (report: ReadReport) => readonly CellsMet[] | undefined): readonly CellsMet[] =>
    Array.from({ length: width }, (_, at) =>
      addedCells(reports.flatMap((report, part) => of(report)?.[places[part]?.[at] ?? -1] ?? [])),
    );
  const notes = new Map<string, Note>(
    reports.flatMap((report) => report.notes).map((note) => [JSON.stringify(note), note]),
  );
  return {
    rowsSeen: sum(reports.map(({ rowsSeen }) => rowsSeen)),
    rowsKept: sum(reports.map(({ rowsKept }) => rowsKept)),
    shortRows: addedRows(reports, ({ shortRows }) => shortRows),
    longRows: addedRows(reports, ({ longRows }) => longRows),
    emptyRows: sum(reports.map(({ emptyRows }) => emptyRows)),
    renamed: reports[0]?.renamed ?? [],
    unreadable: cells(({ unreadable }) => unreadable),
    emptied: cells(({ emptied }) => emptied),
    notes: [...notes.values()],
    seconds: sum(reports.map(({ seconds }) => seconds)),
  };
}

function addedCells(met: readonly CellsMet[]): CellsMet {
  const examples = [...new Set(met.flatMap((one) => one.examples))].slice(0, MAX_EXAMPLES);
  return { count: sum(met.map(({ count }) => count)), examples };
}

/** Positions are counted through all tables. */
function addedRows(reports: readonly ReadReport[], of: (report: ReadReport) => RowsMet): RowsMet {
  let before = 0;
  const first = reports.flatMap((report) => {
    const own = of(report).first.map((position) => before + position);
    before += report.rowsSeen;
    return own;
  });
  return { count: sum(reports.map((report) => of(report).count)), first: first.slice(0, MAX_POSITIONS) };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
