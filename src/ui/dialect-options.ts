import { isDrawnColumns } from "../core/data/drawn-columns";
import type { Dialect, DialectField, DialectGuess, HeaderLines } from "../core/data/dialect";

/** Something a person can choose for one field of the dialect. */
export interface DialectOption {
  /** Names the value in the catalogue, `dialect.<field>.is.<word>`; null: the value speaks for itself. */
  readonly word: string | null;
  readonly change: Partial<Dialect>;
}

const DELIMITER_WORDS: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
  " ": "space",
};
const QUOTE_WORDS: Readonly<Record<string, string>> = { '"': "double", "'": "single", "": "none" };
const ESCAPE_WORDS: Readonly<Record<Dialect["escape"], string>> = { "": "doubled", "\\": "backslash", "\0": "nul" };
const THOUSANDS_WORDS: Readonly<Record<Dialect["thousands"], string>> = {
  "": "none",
  ",": "comma",
  ".": "point",
  " ": "space",
  "'": "apostrophe",
};
const OFFERED_ENCODINGS = [
  "utf-8",
  "windows-1252",
  "iso-8859-2",
  "windows-1250",
  "windows-1251",
  "koi8-r",
  "windows-1253",
  "windows-1254",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "utf-16le",
  "utf-16be",
];

/** Fields in the order in which they are told. */
export const DIALECT_FIELDS: readonly DialectField[] = [
  "delimiter",
  "header",
  "decimal",
  "thousands",
  "dateOrder",
  "missing",
  "missingIn",
  "quote",
  "escape",
  "encoding",
  "compression",
];

/** The word of the catalogue for a field's value; null where the value itself is what to show. */
export function wordOf(field: DialectField, dialect: Dialect): string | null {
  switch (field) {
    case "delimiter":
      return isDrawnColumns(dialect.delimiter) ? "drawn" : (DELIMITER_WORDS[dialect.delimiter] ?? null);
    case "quote":
      return QUOTE_WORDS[dialect.quote] ?? null;
    case "escape":
      return ESCAPE_WORDS[dialect.escape];
    case "thousands":
      return THOUSANDS_WORDS[dialect.thousands];
    case "decimal":
      return dialect.decimal === "," ? "comma" : "point";
    case "header":
      return headerWord(dialect.header);
    case "encoding":
      return OFFERED_ENCODINGS.includes(dialect.encoding) ? dialect.encoding : null;
    case "compression":
      return dialect.compression;
    case "dateOrder":
      return dialect.dateOrder;
    case "missingIn":
      return dialect.missingIn;
    case "missing":
      return dialect.missing.length === 0 ? "none" : null;
    default:
      return field satisfies never;
  }
}

function headerWord({ first, count }: HeaderLines): string {
  if (count > 1) return "lines";
  if (first > 1) return count === 1 ? "line" : "none-at";
  return count === 1 ? "yes" : "no";
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Everything a field can be set to in one click, without what it is already. */
export function optionsOf(field: DialectField, dialect: Dialect): readonly DialectOption[] {
  return allOptionsOf(field, dialect).filter(({ change }) => !isSame(change[field], dialect[field]));
}

function allOptionsOf(field: DialectField, { header }: Dialect): readonly DialectOption[] {
  switch (field) {
    case "delimiter":
      return Object.entries(DELIMITER_WORDS).map(([delimiter, word]) => ({ word, change: { delimiter } }));
    case "quote":
      return Object.entries(QUOTE_WORDS).map(([quote, word]) => ({ word, change: { quote } }));
    case "escape":
      return (["", "\\", "\0"] as const).map((escape) => ({ word: ESCAPE_WORDS[escape], change: { escape } }));
    case "thousands":
      return ([",", ".", " ", "'", ""] as const).map((thousands) => ({
        word: THOUSANDS_WORDS[thousands],
        change: { thousands },
      }));
    case "decimal":
      return ([".", ","] as const).map((decimal) => ({
        word: decimal === "," ? "comma" : "point",
        change: { decimal },
      }));
    case "header":
      return [1, 0].map((count) => {
        const change = { header: { first: header.first, count } };
        return { word: headerWord(change.header), change };
      });
    case "encoding":
      return OFFERED_ENCODINGS.map((encoding) => ({ word: encoding, change: { encoding } }));
    case "dateOrder":
      return (["day-first", "month-first"] as const).map((dateOrder) => ({ word: dateOrder, change: { dateOrder } }));
    case "missingIn":
      return (["values", "everywhere"] as const).map((missingIn) => ({ word: missingIn, change: { missingIn } }));
    // Words are typed, and what a file is packed with is seen in its first bytes.
    case "missing":
    case "compression":
      return [];
    default:
      return field satisfies never;
  }
}

/** The likely other readings of an unsure guess, to be offered at once. */
export function likelyOptionsOf(guess: DialectGuess, dialect: Dialect): readonly DialectOption[] {
  return guess.alternatives
    .filter((value) => !isSame(value, dialect[guess.field]))
    .map((value) => {
      // A guess offers values of its own field.
      const change = { [guess.field]: value } as Partial<Dialect>;
      return { word: wordOf(guess.field, { ...dialect, ...change }), change };
    });
}
