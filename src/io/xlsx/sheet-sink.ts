import type { Shown } from "./number-format";
import { numberText } from "./number-text";
import { unescaped } from "./unescaped";
import { attributeOf, plainText, type XmlSink } from "./xml-scanner";

/** What was met in a sheet that a person should know. */
export interface SheetTally {
  /** Cells that hold an error, such as #DIV/0!, and the first of them. */
  errors: number;
  firstError: string;
  /** Formulas without a stored result. */
  noResult: number;
  /** Rows that the sheet does not show. */
  hiddenRows: number;
  /** Areas of merged cells: their value stands in the first cell. */
  merged: number;
}

/** A row that has cells: where it stands in the sheet, from 1, and its cells from column A on. */
export interface SheetRow {
  readonly number: number;
  readonly cells: string[];
}

export interface SheetStyle {
  readonly shown: readonly Shown[];
  readonly is1904: boolean;
  readonly strings: readonly string[];
}

/** The last column of a sheet, XFD. */
export const MAX_COLUMNS = 16_384;
const PLAIN_NUMBER: Shown = { as: "number" };
const [LOWER_C, LOWER_R, LOWER_S, LOWER_T, LOWER_V, LOWER_F] = [99, 114, 115, 116, 118, 102];
const [FIRST_LETTER, LAST_LETTER] = [65, 90];
const [FIRST_DIGIT, LAST_DIGIT] = [48, 57];

/** Makes rows of texts of the XML of a sheet. */
export class SheetSink implements XmlSink {
  readonly tally: SheetTally = { errors: 0, firstError: "", noResult: 0, hiddenRows: 0, merged: 0 };
  /** Rows that are complete; whoever reads takes them away. */
  rows: SheetRow[] = [];
  /** A cell names a shared word that is not known yet. */
  lacksWords = false;
  /** The number of a column beyond the last one that a sheet can have; 0: all lie within. */
  beyond = 0;
  private number = 0;
  private cells: string[] = [];
  private column = -1;
  private type = "";
  private style = -1;
  private value = "";
  private isValue = false;
  private isInline = false;
  private isPhonetic = false;
  private hasFormula = false;

  constructor(private readonly by: SheetStyle) {}

  open(text: string, from: number, to: number, end: number): void {
    if (to - from === 1) {
      const code = text.charCodeAt(from);
      if (code === LOWER_C) this.openCell(text, to, end);
      else if (code === LOWER_V) this.isValue = true;
      else if (code === LOWER_T) this.isValue = this.isInline && !this.isPhonetic;
      else if (code === LOWER_F) this.hasFormula = true;
      return;
    }
    if (to - from === 3 && text.startsWith("row", from)) this.openRow(text, to, end);
    else if (text.startsWith("is", from) && to - from === 2) this.isInline = true;
    else if (text.startsWith("rPh", from)) this.isPhonetic = true;
    else if (text.startsWith("mergeCell", from) && to - from === 9) this.tally.merged++;
  }

  close(text: string, from: number, to: number): void {
    if (to - from === 1) {
      const code = text.charCodeAt(from);
      if (code === LOWER_C) this.closeCell();
      else if (code === LOWER_V || code === LOWER_T) this.isValue = false;
      return;
    }
    if (to - from === 3 && text.startsWith("row", from)) this.closeRow();
    else if (to - from === 2 && text.startsWith("is", from)) this.isInline = false;
    else if (text.startsWith("rPh", from)) this.isPhonetic = false;
  }

  text(text: string, from: number, to: number, isLiteral: boolean): void {
    if (!this.isValue) return;
    const piece = text.slice(from, to);
    const plain = isLiteral ? piece : plainText(piece);
    this.value = this.value === "" ? plain : this.value + plain;
  }

  private openRow(text: string, from: number, end: number): void {
    const told = Number(attributeOf(text, from, end, "r") ?? 0);
    this.number = Number.isInteger(told) && told > 0 ? told : this.number + 1;
    this.cells = [];
    this.column = -1;
    if (attributeOf(text, from, end, "hidden") === "1") this.tally.hiddenRows++;
  }

  private closeRow(): void {
    if (this.cells.length > 0) this.rows.push({ number: this.number, cells: this.cells });
    this.cells = [];
  }

  /** The attributes of a cell, `r="B7" s="3" t="s"`, are read letter by letter: there are millions of them. */
  private openCell(text: string, from: number, end: number): void {
    this.column++;
    this.type = "";
    this.style = -1;
    this.value = "";
    this.hasFormula = false;
    for (let at = from; at < end;) {
      const code = text.charCodeAt(at);
      const isAlone = text.charCodeAt(at + 1) === 61;
      if (code <= 32 || !isAlone) {
        at = code <= 32 ? at + 1 : behindAttribute(text, at, end);
        continue;
      }
      const open = at + 3;
      const close = text.indexOf(text[at + 2] ?? '"', open);
      if (close < 0 || close > end) return;
      if (code === LOWER_R) this.column = columnAt(text, open, close);
      else if (code === LOWER_S) this.style = numberAt(text, open, close);
      else if (code === LOWER_T) this.type = text.slice(open, close);
      at = close + 1;
    }
    if (this.column >= MAX_COLUMNS) this.beyond = this.column + 1;
  }

  private closeCell(): void {
    const text = this.textOfCell();
    if (text === "" || this.beyond > 0) return;
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column] = text;
  }

  private textOfCell(): string {
    const { value } = this;
    switch (this.type) {
      case "s": {
        const word = this.by.strings[Number(value)];
        if (word === undefined) this.lacksWords = true;
        return word ?? "";
      }
      case "e":
        this.tally.errors++;
        this.tally.firstError ||= value;
        return "";
      case "b":
        return value === "1" || value === "true" ? "true" : value === "" ? "" : "false";
      case "str":
      case "inlineStr":
        return unescaped(value);
      default:
        if (value === "" && this.hasFormula) this.tally.noResult++;
        if (value === "" || this.type === "d") return value;
        return numberText(value, this.by.shown[this.style] ?? PLAIN_NUMBER, this.by.is1904);
    }
  }
}

/** The column of `AB12`, from 0. */
function columnAt(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at) & ~32;
    if (code < FIRST_LETTER || code > LAST_LETTER) break;
    column = column * 26 + code - FIRST_LETTER + 1;
    if (column > 1e9) break;
  }
  return Math.max(0, column - 1);
}

function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST_DIGIT || code > LAST_DIGIT) return -1;
    value = value * 10 + code - FIRST_DIGIT;
  }
  return value;
}

/** The place behind an attribute of a longer name, such as `xml:space="preserve"`. */
function behindAttribute(text: string, at: number, end: number): number {
  const equals = text.indexOf("=", at);
  if (equals < 0 || equals > end) return end;
  const close = text.indexOf(text[equals + 1] ?? '"', equals + 2);
  return close < 0 || close > end ? end : close + 1;
}
