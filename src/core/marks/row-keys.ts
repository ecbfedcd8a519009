const NONE = 0xffffffff;
/** Two halves of eight hexadecimal digits, a point, and which of the equal records it is. */
const KEY = /^([0-9a-f]{8})([0-9a-f]{8})\.([0-9]{1,10})$/;

/**
 * Tells rows by what they hold: the hash of a row's record, and which of the rows with that record it is, from the top.
 * A row keeps its key wherever it stands, and whatever is added around it.
 */
export class RowKeys {
  /** Which of the equal records each row is, from 0. */
  private readonly occurrence: Uint32Array;
  /** The next row with an equal record. */
  private readonly next: Uint32Array;
  /** The first row of each record, found by its hash; open addressing. */
  private readonly slots: Uint32Array;

  /** @param high, low the halves of each row's hash */
  constructor(
    private readonly high: Uint32Array,
    private readonly low: Uint32Array,
  ) {
    const rows = high.length;
    this.occurrence = new Uint32Array(rows);
    this.next = new Uint32Array(rows).fill(NONE);
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(rows * 2 + 2))).fill(NONE);
    const last = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const slot = this.slotOf(high[row]!, low[row]!);
      const first = this.slots[slot]!;
      if (first === NONE) this.slots[slot] = row;
      else {
        const before = last[first]!;
        this.next[before] = row;
        this.occurrence[row] = this.occurrence[before]! + 1;
      }
      last[first === NONE ? row : first] = row;
    }
  }

  /** The key of a row. */
  keyOf(row: number): string {
    return `${hex(this.high[row]!)}${hex(this.low[row]!)}.${this.occurrence[row]!}`;
  }

  /** The row of a key; -1 where no row has it. */
  rowOf(key: string): number {
    const [, high, low, occurrence] = KEY.exec(key) ?? [];
    if (high === undefined || low === undefined) return -1;
    let row = this.slots[this.slotOf(Number.parseInt(high, 16), Number.parseInt(low, 16))]!;
    for (let left = Number(occurrence); left > 0 && row !== NONE; left--) row = this.next[row]!;
    return row === NONE ? -1 : row;
  }

  /** Where the record of that hash has its first row, or would have it. */
  private slotOf(high: number, low: number): number {
    const mask = this.slots.length - 1;
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (;;) {
      const row = this.slots[slot]!;
      if (row === NONE || (this.high[row] === high && this.low[row] === low)) return slot;
      slot = (slot + 1) & mask;
    }
  }
}

function hex(half: number): string {
  return half.toString(16).padStart(8, "0");
}
