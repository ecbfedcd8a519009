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

  add(cell: string): void {
    this.count++;
    if (this.sample.length >= MAX_KEPT && this.different.size >= MAX_KEPT) return;
    const own = cell.slice(0, MAX_LENGTH).trim();
    if (this.sample.length < MAX_KEPT) this.sample.push(own);
    if (this.different.size < MAX_KEPT) this.different.add(own);
  }

  /** How many different cells there were; a lower bound from 200 on. */
  get distinct(): number {
    return this.different.size;
  }

  /** Different cells to show. */
  get examples(): readonly string[] {
    return [...this.different].slice(0, MAX_EXAMPLES);
  }
}
