/**
 * Cells of a piece of text as positions in it, row after row, ragged rows included. One table is
 * filled again for every piece: no string is made for a cell before a column asks for it.
 */
export class CellTable {
  text = "";
  /** Cell `i` is `text.slice(starts[i], ends[i])`. */
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  /** The cells of row `r` are `firsts[r]` to `firsts[r + 1]` (excluded). */
  firsts = new Int32Array(1);
  rows = 0;
  /** Whether cells may run over several lines. */
  mayRunOver = true;

  /** Starts over with room for every cell and row that `text` can have. */
  reset(text: string, cells: number, rows: number): void {
    if (this.starts.length < cells) {
      this.starts = new Int32Array(cells);
      this.ends = new Int32Array(cells);
    }
    if (this.firsts.length < rows + 1) this.firsts = new Int32Array(rows + 1);
    this.text = text;
    this.rows = 0;
    this.firsts[0] = 0;
  }

  /** Takes rows of cells as if they had stood in one text. */
  fill(rows: readonly (readonly string[])[]): void {
    const cells = rows.flat();
    this.reset(cells.join(""), cells.length, rows.length);
    let at = 0;
    let cell = 0;
    for (const row of rows) {
      for (const text of row) {
        this.starts[cell] = at;
        at += text.length;
        this.ends[cell++] = at;
      }
      this.firsts[++this.rows] = cell;
    }
  }

  /** The cells of a row as strings. */
  row(row: number): string[] {
    const cells: string[] = [];
    for (let i = this.firsts[row]!; i < this.firsts[row + 1]!; i++)
      cells.push(this.text.slice(this.starts[i], this.ends[i]));
    return cells;
  }

  /** Whether the row holds nothing but blanks in a single cell: an empty line. */
  isBlank(row: number): boolean {
    const first = this.firsts[row]!;
    const count = this.firsts[row + 1]! - first;
    if (count > 1) return false;
    return count === 0 || this.isBlankCell(first);
  }

  /** Whether no cell of the row holds anything. */
  isEmpty(row: number): boolean {
    for (let cell = this.firsts[row]!; cell < this.firsts[row + 1]!; cell++) if (!this.isBlankCell(cell)) return false;
    return true;
  }

  isBlankCell(cell: number): boolean {
    const end = this.ends[cell]!;
    for (let at = this.starts[cell]!; at < end; at++) if (this.text.charCodeAt(at) > 32) return false;
    return true;
  }
}
