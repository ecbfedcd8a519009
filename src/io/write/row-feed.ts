/** Rows that are put in as they come and taken out as they are wanted: for a writer that pulls, behind one that pushes. */
export class RowFeed<Row> implements AsyncIterable<Row> {
  private waiting: readonly Row[] = [];
  private next = 0;
  private isClosed = false;
  private wake: (() => void) | null = null;
  private emptied: (() => void) | null = null;

  /** Puts rows in; done once all of them were taken. */
  put(rows: readonly Row[]): Promise<void> {
    this.waiting = rows;
    this.next = 0;
    return new Promise((resolve) => {
      this.emptied = resolve;
      this.wake?.();
    });
  }

  /** No row comes after those that were put in. */
  close(): void {
    this.isClosed = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row> {
    for (;;) {
      while (this.next < this.waiting.length) yield this.waiting[this.next++]!; // next < length
      this.emptied?.();
      this.emptied = null;
      if (this.isClosed) return;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
