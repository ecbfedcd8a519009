import { isDigitCode } from "../../core/data/digit-code";
import { MAX_UNREADABLE_SHARE } from "../../core/data/infer-kind";
import { missingTest } from "../../core/data/missing-words";
import { numberParser } from "../../core/data/parse-number";
import type { CellStyle, ParseValue } from "../../core/data/value-parser";
import type { CellTable } from "./cell-table";
import type { BuiltColumn, ColumnBuilder } from "./column-builder";
import { joined } from "./joined";

const MAX_EXAMPLES = 3;
/** Unreadable cells kept to find out what the column really is. */
const MAX_UNREADABLE_KEPT = 200;

/** Builds number and time columns: cells become floats where they stand, no string is made for them. */
export class ValueBuilder implements ColumnBuilder {
  private readonly parts: Float64Array[] = [];
  private readonly isMissing;
  /** Missing words that are numbers themselves, such as -999. */
  private readonly missingNumbers: ReadonlySet<number>;
  private values = 0;
  private unreadable = 0;
  private codes = 0;
  private codeExample = "";
  private readonly sample: string[] = [];

  /** @param fixed a person chose the kind: it stays, however many cells cannot be read */
  constructor(
    private readonly kind: "number" | "time",
    private readonly parse: ParseValue,
    style: CellStyle,
    private readonly fixed: boolean,
  ) {
    this.isMissing = missingTest(style.missing);
    const parseNumber = numberParser(style);
    const numbers = style.missing.map((word) => parseNumber(word, 0, word.length));
    this.missingNumbers = new Set(numbers.filter((value) => !Number.isNaN(value)));
  }

  append(table: CellTable, rows: Int32Array, column: number): void {
    const { text, starts, ends, firsts } = table;
    const parse = this.parse;
    const checksMissing = this.missingNumbers.size > 0;
    const part = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const cell = row < 0 ? -1 : firsts[row]! + column;
      if (row < 0 || cell >= firsts[row + 1]!) {
        part[i] = Number.NaN;
        continue;
      }
      const start = starts[cell]!;
      const end = ends[cell]!;
      const value = start === end ? Number.NaN : parse(text, start, end);
      if (Number.isNaN(value) || (checksMissing && this.isMissing(text, start, end))) {
        part[i] = Number.NaN;
        if (start !== end) this.noteUnread(text, start, end);
        continue;
      }
      part[i] = value;
      this.values++;
      if (isDigitCode(text, start, end)) this.noteCode(text, start, end);
    }
    this.parts.push(part);
  }

  finish(name: string): BuiltColumn {
    const values = joined(this.parts, Float64Array);
    return {
      column: { kind: this.kind, name, values },
      unreadable: { count: this.unreadable, examples: this.sample.slice(0, MAX_EXAMPLES) },
      demoted: this.fixed ? null : this.demotion(),
      changed: null,
    };
  }

  private demotion(): BuiltColumn["demoted"] {
    const all = this.values + this.unreadable;
    if (this.unreadable > all * MAX_UNREADABLE_SHARE) {
      const values = { unreadable: this.unreadable, of: all, example: this.sample[0] ?? "" };
      return { why: { code: `kind.demoted-${this.kind}`, values }, sample: this.sample };
    }
    if (this.kind === "number" && this.codes > all * MAX_UNREADABLE_SHARE)
      return {
        why: { code: "kind.demoted-codes", values: { codes: this.codes, of: all, example: this.codeExample } },
        sample: [],
      };
    return null;
  }

  private noteUnread(text: string, start: number, end: number): void {
    if (this.isMissing(text, start, end)) return;
    this.unreadable++;
    if (this.sample.length < MAX_UNREADABLE_KEPT)
      this.sample.push(text.slice(start, Math.min(end, start + 100)).trim());
  }

  private noteCode(text: string, start: number, end: number): void {
    if (this.codes++ === 0) this.codeExample = text.slice(start, end);
  }
}
