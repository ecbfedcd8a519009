import type { CellsMet } from "../../core/data/read-report";

const MAX_EXAMPLES = 3;
/** Cells kept to find out what the column really is. */
const MAX_KEPT = 200;
const MAX_LENGTH = 100;

/** Counts cells of one sort, and keeps some of them. */
export class CellTally {
  count = 0;
  /** The first cells, in order. */
  readonly sample: string[] = [];
  private readonly different = new Set<string>();
  private last = "";

  add(cell: string): void {
    this.count++;
    // One word again and again is the usual case.
    if (this.sample.length >= MAX_KEPT && (cell === this.last || this.different.size >= MAX_KEPT)) return;
    this.last = cell;
    const own = cell.slice(0, MAX_LENGTH).trim();
    if (this.sample.length < MAX_KEPT) this.sample.push(own);
    if (this.different.size < MAX_KEPT) this.different.add(own);
  }

  /** How many different cells there were; a lower bound from 200 on. */
  get distinct(): number {
    return this.different.size;
  }

  /** How many cells there were, and some to show. */
  get met(): CellsMet {
    return { count: this.count, examples: this.examples };
  }

  /** Different cells to show. */
  get examples(): readonly string[] {
    return [...this.different].slice(0, MAX_EXAMPLES);
  }
}
