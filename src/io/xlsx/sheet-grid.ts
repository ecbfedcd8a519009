import type { TypedRows } from "../cells/typed-rows";
import type { SheetScanner } from "./sheet-scanner";

/** Cells of a grid: a sheet may be wide and nearly empty. */
const MAX_CELLS = 1_000_000;

/** The rows of a block as rows of a table that has some of the columns of the sheet. */
export class SheetGrid {
  /** By column of the sheet: that of the table, -1 for none. */
  private readonly columnOf: Int32Array;
  private cells = new Int32Array(0);

  /** @param onBeside hears of every cell with text that stands beside the table */
  constructor(
    private readonly columns: readonly number[],
    private readonly onBeside: () => void,
  ) {
    this.columnOf = new Int32Array(1 + columns.reduce((last, column) => Math.max(last, column), -1)).fill(-1);
    columns.forEach((column, at) => (this.columnOf[column] = at));
  }

  /** The first `count` rows of the block of a scanner, a few at a time; valid until the next ones. */
  *rows(scanner: SheetScanner, count: number): Generator<TypedRows> {
    const most = Math.max(1, Math.floor(MAX_CELLS / this.columns.length));
    for (let from = 0; from < count; from += most) yield this.take(scanner, from, Math.min(count, from + most));
  }

  private take(scanner: SheetScanner, from: number, to: number): TypedRows {
    const { columnOf } = this;
    const width = this.columns.length;
    const { firsts, columns, holds, values } = scanner.block;
    const size = (to - from) * width;
    if (this.cells.length < size) this.cells = new Int32Array(size);
    const cells = this.cells.fill(-1, 0, size);
    for (let row = from; row < to; row++) {
      const base = (row - from) * width;
      const end = firsts[row + 1]!;
      for (let cell = firsts[row]!; cell < end; cell++) {
        const column = columns[cell]! < columnOf.length ? columnOf[columns[cell]!]! : -1;
        if (column >= 0) cells[base + column] = cell;
        else if (scanner.text(cell) !== "") this.onBeside();
      }
    }
    return { rows: to - from, width, cells, known: holds, values, text: (cell) => scanner.text(cell) };
  }
}
