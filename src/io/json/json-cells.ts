import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import { MAX_COLUMNS } from "../cells/cell-source";

/** Digits in a row that a number may be too short for. */
const LONG_DIGITS = /\d{16}/;
/** A string, which is left as it is, or a number. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** The value of a JSON text, in which integers that a number would round are strings. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  if (!LONG_DIGITS.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(TEXT_OR_NUMBER, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token)));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Turns objects into rows: a key is a column, an object below it gives columns "key.below", what lies deeper and lists
 * become JSON as text. Columns are those of the objects shown to `learn`; what `rowOf` meets beside them is counted.
 */
export class JsonCells {
  /** Names are content: `__proto__` is a key like any other, and never one of an object of ours. */
  private readonly columns = new Map<string, number>();
  private nested = 0;
  private lists = 0;
  private readonly surplus = new Set<string>();

  get names(): readonly string[] {
    return [...this.columns.keys()];
  }

  /** Throws Failure `too-many-columns` */
  learn(value: unknown): void {
    each(value, (key) => {
      if (this.columns.has(key)) return;
      this.columns.set(key, this.columns.size);
      const columns = this.columns.size;
      if (columns > MAX_COLUMNS)
        throw new Failure({ code: "too-many-columns", values: { columns, limit: MAX_COLUMNS } });
    });
  }

  rowOf(value: unknown): string[] {
    const row = new Array<string>(this.columns.size).fill("");
    each(value, (key, cell) => {
      const column = this.columns.get(key);
      if (column === undefined) {
        if (this.surplus.size < MAX_COLUMNS) this.surplus.add(key);
      } else row[column] = this.textOf(cell);
    });
    return row;
  }

  /** Starts counting anew. */
  forget(): void {
    this.nested = 0;
    this.lists = 0;
    this.surplus.clear();
  }

  notes(): readonly Note[] {
    const notes: Note[] = [];
    const [example] = this.surplus;
    if (this.lists > 0) notes.push({ code: "json.lists", values: { cells: this.lists } });
    if (this.nested > 0) notes.push({ code: "json.nested", values: { cells: this.nested } });
    if (example !== undefined) notes.push({ code: "json.late-keys", values: { keys: this.surplus.size, example } });
    return notes;
  }

  private textOf(cell: unknown): string {
    if (cell === null || cell === undefined) return "";
    if (typeof cell === "string") return cell;
    if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
    if (typeof cell !== "object") return "";
    if (Array.isArray(cell)) this.lists++;
    else this.nested++;
    return asJson(cell);
  }
}

/** What is nested deeper than the engine can follow is too deep to be read by a person, too. */
function asJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "…";
  }
}

/** The cells of an object or a list; the places of a list are counted from 1. */
function each(value: unknown, visit: (key: string, cell: unknown) => void): void {
  if (Array.isArray(value)) value.forEach((cell, at) => visit(String(at + 1), cell));
  else if (isRecord(value))
    for (const [key, cell] of Object.entries(value)) {
      const below = isRecord(cell) ? Object.entries(cell) : [];
      if (below.length > 0) for (const [name, one] of below) visit(`${key}.${name}`, one);
      else visit(key, isRecord(cell) ? null : cell);
    }
}
