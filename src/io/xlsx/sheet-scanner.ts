import { type SheetStyle, textOfCell } from "./cell-texts";
import { RowScanner } from "./row-scanner";
import { SheetBlock } from "./sheet-block";
import type { SheetTally } from "./sheet-tally";
import { ByteTag, codesOf, TAG } from "./xml-bytes";

const LESS_THAN = 60;
const SPACE = 32;
const ROW_TAG = codesOf("row");
const MERGED_TAG = codesOf("mergeCell");
/** Rows are looked for once so many bytes more are there. */
const BYTES_AT_ONCE = 512 * 1024;
/** A longer row or tag is no work of people. */
const MAX_ROW_BYTES = 256 * 1024 * 1024;

/**
 * Takes the XML of a sheet apart as its bytes come in, from front to end. Rows that are all there wait in `block`, as places
 * in the bytes, until they are dropped.
 */
export class SheetScanner {
  readonly block = new SheetBlock();
  readonly tally: SheetTally = { errors: 0, firstError: "", noResult: 0, hiddenRows: 0, merged: 0 };
  private readonly row: RowScanner;
  private readonly tag = new ByteTag();
  private bytes = new Uint8Array(2 * BYTES_AT_ONCE);
  private filled = 0;
  private dropped = 0;
  /** What stands before was looked at. */
  private at = 0;
  /** Tags that are open. */
  private depth = 0;
  /** So many bytes are waited for: where a row was not all there, half of it is not looked at again for every piece. */
  private enough = BYTES_AT_ONCE;

  /** @param below rows up to this one are passed over, as are those without a filled cell */
  constructor(
    private readonly by: SheetStyle,
    below = 0,
  ) {
    this.row = new RowScanner(this.block, by, this.tally, below);
  }

  get lacksWords(): boolean {
    return this.row.lacksWords;
  }

  /** The number of a column beyond the last one that a sheet can have; 0: all lie within. */
  get beyond(): number {
    return this.row.beyond;
  }

  /** Takes the next bytes. False: something in it has no end. */
  push(piece: Uint8Array): boolean {
    const filled = this.filled + piece.length;
    if (filled >= this.bytes.length) this.grow(filled + 1);
    this.bytes.set(piece, this.filled);
    this.filled = filled;
    // What stands there from earlier is none of it.
    this.bytes[filled] = 0;
    return this.filled - this.at < this.enough || this.scan();
  }

  /** Takes what is left. False: the XML is not all there. */
  end(): boolean {
    if (!this.scan()) return false;
    for (; this.at < this.filled; this.at++) if (this.bytes[this.at]! > SPACE) return false;
    return this.depth === 0;
  }

  /** How many bytes stand before a row of the block, or before what comes behind all of them. */
  bytesBefore(row: number): number {
    return this.dropped + (row < this.block.rows ? this.block.places[row]! : this.at);
  }

  /** The text of a cell of the block. */
  text(cell: number): string {
    return textOfCell(this.bytes, this.block, cell, this.by);
  }

  /** Lets go of the first rows of the block, and of their bytes. */
  drop(rows: number): void {
    const { block } = this;
    const from = this.bytesBefore(rows) - this.dropped;
    this.bytes.copyWithin(0, from, this.filled);
    this.filled -= from;
    this.dropped += from;
    this.at -= from;
    this.bytes[this.filled] = 0;
    block.drop(rows, from);
  }

  private scan(): boolean {
    const { bytes, filled, tag } = this;
    for (;;) {
      const less = bytes.indexOf(LESS_THAN, this.at);
      if (less < 0 || less >= filled) {
        this.at = filled;
        break;
      }
      this.at = less;
      if (!tag.read(bytes, less, filled)) break;
      if (tag.kind !== TAG.close && tag.kind !== TAG.none && tag.is(bytes, ROW_TAG)) {
        const next = this.row.row(bytes, tag, less, filled);
        if (next < 0) break;
        this.at = next;
        continue;
      }
      this.at = tag.next;
      if (tag.kind === TAG.open) this.depth++;
      else if (tag.kind === TAG.close) this.depth--;
      if (tag.kind !== TAG.close && tag.kind !== TAG.none && tag.is(bytes, MERGED_TAG)) this.tally.merged++;
    }
    const rest = filled - this.at;
    this.enough = Math.max(BYTES_AT_ONCE, 2 * rest);
    return rest <= MAX_ROW_BYTES;
  }

  private grow(size: number): void {
    const larger = new Uint8Array(Math.max(size, 2 * this.bytes.length));
    larger.set(this.bytes.subarray(0, this.filled));
    this.bytes = larger;
  }
}
