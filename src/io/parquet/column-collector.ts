import { numberParser } from "../../core/data/parse-number";
import { CellTable } from "../delimited/cell-table";
import { CellTally } from "../delimited/cell-tally";
import type { BuiltColumn, ColumnBuilder } from "../delimited/column-builder";
import { joined } from "../delimited/joined";
import type { LeafType } from "./leaf-type";
import type { RawValues } from "./page-values";
import type { ColumnPiece } from "./read-page";

/** Collects one column, piece by piece. */
export interface ColumnCollector {
  /** False where the column has to be read again as words: a value has more digits than a number keeps. */
  add(piece: ColumnPiece): boolean;
  finish(name: string): BuiltColumn;
}

/** Numbers and times as the file stores them: no text is made of them. */
export class ValueCollector implements ColumnCollector {
  private readonly parts: Float64Array[] = [];
  private read: { readonly of: RawValues; readonly numbers: Float64Array } | null = null;
  private readonly missing: ReadonlySet<number>;
  private readonly emptied = new CellTally();

  constructor(
    private readonly kind: "number" | "time",
    private readonly type: LeafType,
    /** Words, some of which are numbers, and numbers of this column, that mean "no value". */
    { missing, noValue }: { readonly missing: readonly string[]; readonly noValue: readonly number[] },
  ) {
    const parse = numberParser({ decimal: ".", thousands: "" });
    const numbers = kind === "number" ? missing.map((word) => parse(word, 0, word.length)) : [];
    this.missing = new Set([...numbers, ...noValue].filter((value) => !Number.isNaN(value)));
  }

  add({ values, places }: ColumnPiece): boolean {
    // The rows of many pieces share the values of one dictionary.
    if (this.read?.of !== values) {
      const numbers = values.length === 0 ? new Float64Array(0) : this.type.numbers(values);
      if (!numbers) return false;
      this.read = { of: values, numbers };
    }
    const { numbers } = this.read;
    const part = new Float64Array(places.length);
    for (let row = 0; row < places.length; row++) part[row] = places[row]! < 0 ? Number.NaN : numbers[places[row]!]!;
    if (this.missing.size > 0) this.empty(part);
    this.parts.push(part);
    return true;
  }

  finish(name: string): BuiltColumn {
    this.read = null;
    const values = joined(this.parts, Float64Array);
    const { zone } = this.type;
    return {
      column:
        this.kind === "time" && zone !== undefined
          ? { kind: "time", name, zone, values }
          : { kind: this.kind, name, values },
      unreadable: { count: 0, examples: [] },
      emptied: this.emptied.met,
      demoted: null,
      changed: null,
      reordered: null,
      notes: [],
    };
  }

  private empty(part: Float64Array): void {
    for (let row = 0; row < part.length; row++) {
      if (!this.missing.has(part[row]!)) continue;
      this.emptied.add(String(part[row]));
      part[row] = Number.NaN;
    }
  }
}

/** Words, and what a person wants to see as words: read like the cells of a text. */
export class CellCollector implements ColumnCollector {
  private readonly table = new CellTable();
  private shown: RawValues | null = null;

  constructor(
    private readonly builder: ColumnBuilder,
    private readonly type: LeafType,
  ) {}

  add({ values, places }: ColumnPiece): boolean {
    if (this.shown !== values) this.lay(values);
    this.builder.append(this.table, places, 0);
    return true;
  }

  finish(name: string): BuiltColumn {
    this.shown = null;
    return this.builder.finish(name);
  }

  /** Each value as a row with one cell: the places of a piece are rows of this table. */
  private lay(values: RawValues): void {
    const texts = Array.from(values, (value) => this.type.text(value));
    const { table } = this;
    table.reset(texts.join(""), texts.length, texts.length);
    let at = 0;
    texts.forEach((text, row) => {
      table.starts[row] = at;
      at += text.length;
      table.ends[row] = at;
      table.firsts[row + 1] = row + 1;
    });
    table.rows = texts.length;
    this.shown = values;
  }
}
