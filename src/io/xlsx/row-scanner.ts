import { type SheetStyle, textOfCell, valueText } from "./cell-texts";
import { readDecimal } from "./decimal-bytes";
import { momentOf } from "./number-text";
import { MAX_COLUMNS, QuickCell } from "./quick-cell";
import { type Holds, HOLDS, type SheetBlock } from "./sheet-block";
import type { SheetTally } from "./sheet-tally";
import { columnAt, numberAt } from "./attribute-values";
import { ByteTag, codesOf, isAt, TAG } from "./xml-bytes";

const LESS_THAN = 60;
const [LOWER_R, LOWER_S, LOWER_T] = [114, 115, 116];
const DIGIT_ONE = 49;
const ROW_TAG = codesOf("row");
const CELL_TAG = codesOf("c");
const VALUE_TAG = codesOf("v");
const INLINE_TAG = codesOf("is");
const FORMULA_TAG = codesOf("f");
const { number: NUMBER, moment: MOMENT, word: WORD, written: WRITTEN } = HOLDS;
const HIDDEN_MARK = codesOf("hidden");

/** Takes rows apart where they stand in the bytes of a sheet, into a block of cells. */
export class RowScanner {
  /** A cell names a shared word that is not known yet. */
  lacksWords = false;
  /** The number of a column beyond the last one that a sheet can have; 0: all lie within. */
  beyond = 0;
  /** What a number is by its style. */
  private readonly holdsOf: Uint8Array;
  private number = 0;
  private column = -1;
  private type = "";
  private style = -1;
  private hasFormula = false;
  private from = 0;
  private to = 0;
  private readonly tag = new ByteTag();
  private readonly quick = new QuickCell();

  constructor(
    private readonly block: SheetBlock,
    private readonly by: SheetStyle,
    private readonly tally: SheetTally,
    /** Rows up to this one are passed over. */
    private readonly below: number,
  ) {
    const holdsOf = { number: NUMBER, date: MOMENT } as const;
    this.holdsOf = Uint8Array.from(by.shown, ({ as }) => (as === "number" || as === "date" ? holdsOf[as] : WRITTEN));
  }

  /**
   * Takes the row whose opening tag was read, `place` being where that begins. The place behind the row; -1 where it is not
   * all there, and then it is as if nothing had been read.
   */
  row(bytes: Uint8Array, opening: ByteTag, place: number, limit: number): number {
    const { number } = this;
    const { cells } = this.block;
    const { errors, firstError, noResult, hiddenRows } = this.tally;
    this.openRow(bytes, opening);
    const next = opening.kind === TAG.empty ? opening.next : this.cells(bytes, opening.next, limit);
    if (next >= 0) {
      if (this.number > this.below && this.isFilled(bytes, cells))
        this.block.endRow(this.number, place, { errors, noResult });
      else this.block.cells = cells;
      // What stands above the table is none of it.
      if (this.number <= this.below) Object.assign(this.tally, { errors, firstError, noResult });
      return next;
    }
    Object.assign(this.tally, { errors, firstError, noResult, hiddenRows });
    this.number = number;
    this.block.cells = cells;
    return -1;
  }

  private openRow(bytes: Uint8Array, opening: ByteTag): void {
    let told = 0;
    for (let at = opening.to; (at = opening.attribute(bytes, at)) >= 0;) {
      if (opening.letter === LOWER_R) told = numberAt(bytes, opening.valueFrom, opening.valueTo);
      else if (isAt(bytes, opening.nameFrom, opening.nameTo, HIDDEN_MARK) && bytes[opening.valueFrom] === DIGIT_ONE)
        this.tally.hiddenRows++;
    }
    this.number = told > 0 ? told : this.number + 1;
    this.column = -1;
  }

  private cells(bytes: Uint8Array, at: number, limit: number): number {
    const { tag } = this;
    for (;;) {
      const quick = this.takeQuick(bytes, at, limit);
      if (quick > 0) {
        at = quick;
        continue;
      }
      at = lessAt(bytes, at, limit);
      if (at < 0 || !tag.read(bytes, at, limit)) return -1;
      at = tag.next;
      if (tag.kind === TAG.close && tag.is(bytes, ROW_TAG)) return at;
      if (tag.kind === TAG.close || tag.kind === TAG.none || !tag.is(bytes, CELL_TAG)) continue;
      this.openCell(bytes);
      if (tag.kind === TAG.open && (at = this.content(bytes, at, limit)) < 0) return -1;
      this.closeCell(bytes);
    }
  }

  /** Takes a cell that is written as nearly all are. The place behind it; 0 where it is anything else, which nothing was done about. */
  private takeQuick(bytes: Uint8Array, at: number, limit: number): number {
    const { quick, block } = this;
    if (!quick.read(bytes, at, limit, this.column + 1, block)) return 0;
    this.column = quick.column;
    if (quick.isWord) this.addWord(quick.from, quick.to);
    else this.addNumber(quick.style, quick.from, quick.to);
    return quick.next;
  }

  /** Whether one of the cells from `first` on holds more than blanks. */
  private isFilled(bytes: Uint8Array, first: number): boolean {
    const { block, by } = this;
    for (let cell = first; cell < block.cells; cell++) {
      const holds = block.holds[cell]!;
      if (holds < HOLDS.word || holds === HOLDS.truth) return true;
      if (textOfCell(bytes, block, cell, by).trim() !== "") return true;
    }
    return false;
  }

  /** The attributes of a cell, `r="B7" s="3" t="s"`. */
  private openCell(bytes: Uint8Array): void {
    const { tag } = this;
    this.column++;
    this.type = "";
    this.style = -1;
    this.from = this.to = 0;
    this.hasFormula = false;
    for (let at = tag.to; (at = tag.attribute(bytes, at)) >= 0;) {
      const { letter, valueFrom, valueTo } = tag;
      if (letter === LOWER_R) this.column = columnAt(bytes, valueFrom, valueTo);
      else if (letter === LOWER_S) this.style = numberAt(bytes, valueFrom, valueTo);
      else if (letter === LOWER_T) this.type = valueText(bytes, valueFrom, valueTo);
    }
    if (this.column >= MAX_COLUMNS) this.beyond = this.column + 1;
  }

  /** Finds the value of a cell. The place behind the cell; -1: it is not all there. */
  private content(bytes: Uint8Array, at: number, limit: number): number {
    const { tag } = this;
    for (let within: Uint8Array | null = null; ;) {
      const less = lessAt(bytes, at, limit);
      if (less < 0 || !tag.read(bytes, less, limit)) return -1;
      at = tag.next;
      if (tag.kind === TAG.close) {
        if (within && tag.is(bytes, within)) {
          this.to = less;
          within = null;
        } else if (!within && tag.is(bytes, CELL_TAG)) return at;
      } else if (within || tag.kind === TAG.none) continue;
      else if (tag.is(bytes, FORMULA_TAG)) this.hasFormula = true;
      else if (tag.kind === TAG.open && (tag.is(bytes, VALUE_TAG) || tag.is(bytes, INLINE_TAG))) {
        within = tag.is(bytes, VALUE_TAG) ? VALUE_TAG : INLINE_TAG;
        this.from = this.to = at;
      }
    }
  }

  private closeCell(bytes: Uint8Array): void {
    const { type, from, to } = this;
    const isEmpty = from === to;
    if (type === "e") {
      this.tally.errors++;
      this.tally.firstError ||= valueText(bytes, from, to);
    } else if (type === "s") {
      if (!isEmpty) {
        this.block.values[this.block.cells] = Number(valueText(bytes, from, to));
        this.addWord(from, to);
      }
    } else if (type === "b") this.addText(HOLDS.truth);
    else if (type === "str" || type === "inlineStr") this.addText(HOLDS.literal);
    else if (isEmpty) this.tally.noResult += this.hasFormula ? 1 : 0;
    else if (type === "d") this.addText(HOLDS.date);
    else if (readDecimal(bytes, from, this.block.values, this.block.cells) === to) this.addNumber(this.style, from, to);
    else this.addText(WRITTEN);
  }

  /** Adds a cell that names the shared word whose place stands in the block already. */
  private addWord(from: number, to: number): void {
    if (this.by.strings[this.block.values[this.block.cells]!] === undefined) this.lacksWords = true;
    else this.add(WORD, -1, from, to);
  }

  /** Adds a cell that holds the number that stands in the block already. */
  private addNumber(style: number, from: number, to: number): void {
    let holds = style < 0 || style >= this.holdsOf.length ? NUMBER : (this.holdsOf[style] as Holds); // made of them
    if (holds === MOMENT) {
      const { values, cells } = this.block;
      values[cells] = momentOf(values[cells]!, this.by.is1904);
      if (Number.isNaN(values[cells])) holds = WRITTEN;
    }
    this.add(holds, style, from, to);
  }

  private addText(holds: Holds): void {
    if (this.from < this.to) this.add(holds, this.style, this.from, this.to);
  }

  private add(holds: Holds, style: number, from: number, to: number): void {
    if (this.column < MAX_COLUMNS) this.block.add(this.column, holds, style, from, to);
  }
}

function lessAt(bytes: Uint8Array, at: number, limit: number): number {
  if (bytes[at] === LESS_THAN && at < limit) return at;
  const less = bytes.indexOf(LESS_THAN, at);
  return less < limit ? less : -1;
}
