import type { RowsToWrite } from "../../io/write/file-writer";

interface KeptPiece {
  /** Place of its first row among all that are kept. */
  readonly first: number;
  readonly text: string;
  /** Where each cell ends in the text, row after row. */
  readonly ends: Uint32Array;
}

/** Cells of rows that are written in another order than they are read: as one text for each piece, little more than the file has. */
export class KeptCells {
  private readonly pieces: KeptPiece[] = [];
  private readonly places = new Map<number, number>();

  constructor(private readonly columns: number) {}

  add({ rows, cell }: RowsToWrite): void {
    const first = this.places.size;
    rows.forEach((row, at) => this.places.set(row, first + at));
    if (!cell) return;
    const ends = new Uint32Array(rows.length * this.columns);
    const texts: string[] = [];
    let end = 0;
    for (let at = 0; at < rows.length; at++)
      for (let column = 0; column < this.columns; column++) {
        const text = cell(at, column);
        texts.push(text);
        ends[at * this.columns + column] = end += text.length;
      }
    this.pieces.push({ first, text: texts.join(""), ends });
  }

  /** Kept rows, in the order that is wanted. */
  inOrder(rows: Uint32Array): RowsToWrite {
    if (this.pieces.length === 0) return { rows, cell: null };
    return { rows, cell: (at, column) => this.cellOf(this.places.get(rows[at]!) ?? 0, column) }; // at < length
  }

  private cellOf(place: number, column: number): string {
    const { first, text, ends } = this.pieceOf(place);
    const cell = (place - first) * this.columns + column;
    return text.slice(cell === 0 ? 0 : ends[cell - 1], ends[cell]);
  }

  private pieceOf(place: number): KeptPiece {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[middle]!.first <= place) low = middle;
      else high = middle - 1;
    }
    return this.pieces[low]!; // there are pieces
  }
}
