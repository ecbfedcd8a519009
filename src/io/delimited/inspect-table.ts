import type { Dialect, DialectField, DialectGuess, HeaderLines } from "../../core/data/dialect";
import { kindInference } from "../../core/data/infer-kind";
import type { Note } from "../../core/data/note";
import { memoryBudgetHere } from "../read/memory-budget";
import type { InspectionOf } from "../read/table-reader";
import { estimateSize } from "./estimate-size";
import { guessDateOrder } from "./guess-date-order";
import { findTable } from "./find-table";
import { guessDelimiter } from "./guess-delimiter";
import { guessEncoding } from "./guess-encoding";
import { guessMissing } from "./guess-missing";
import { guessMissingIn } from "./guess-missing-in";
import { guessNumberStyle, type NumberStyleGuess } from "./guess-number-style";
import { headRows, headText } from "./head-rows";
import { type TextFile, readHead } from "./read-head";
import { layoutOf } from "./table-layout";

const PREVIEW_ROWS = 20;
/** Of the lines among which a person chooses that of the names. */
const MAX_LINES_SHOWN = 40;
const MAX_CELLS_SHOWN = 20;
/** Rows that the guesses look at. */
const MAX_ROWS_GUESSED_FROM = 500;
/** Rows that the kinds are inferred from. */
export const MAX_ROWS_FOR_KINDS = 5000;

/** One mark, or two different ones: dates have the same one twice. */
const NUMBER_WITH_MARK = /^[^.,:/]*\d(?:[.,]\d|\.\d{3},\d|,\d{3}\.\d)[^.,:/]*$/;

type Guessed = Pick<DialectGuess, "sure" | "why"> & { readonly alternatives: DialectGuess["alternatives"] };

/**
 * Looks at the first 256 kB of a file and says how it is written, what its columns hold, its first
 * 20 rows, and what reading it would take.
 *
 * @param fixed fields that a person chose; the others are guessed to fit them
 * @param memoryBudget bytes of memory to plan with
 * @throws Failure `empty-file`, `header-only`, `not-text`, `bad-gzip`, `bad-encoding`, `file-vanished`,
 *   `too-many-columns`
 */
export async function inspectTable(
  source: TextFile,
  fixed: Partial<Dialect> = {},
  memoryBudget = memoryBudgetHere(),
): Promise<InspectionOf<"delimited", Dialect>> {
  const head = await readHead(source, fixed.compression);
  const encoding = guessEncoding(head);
  const text = headText(head, fixed.encoding ?? encoding.value);
  const cut = guessDelimiter(text, head.whole, fixed);
  const delimiter = fixed.delimiter ?? cut.delimiter.value;
  const quote = fixed.quote ?? cut.quote.value;
  const escape = fixed.escape ?? cut.escape.value;

  const { rows, characters } = headRows(text, head.whole, { delimiter, quote, escape });
  const header = findTable(rows);
  const layout = layoutOf(rows, fixed.header ?? header.value, head.whole);
  const sample = layout.body.slice(0, MAX_ROWS_GUESSED_FROM);
  const numbers = numberStyleOf(layout.body, delimiter, fixed);
  const decimal = fixed.decimal ?? numbers.decimal.value;
  const missing = guessMissing(sample);
  const dateOrder = guessDateOrder(sample, decimal);

  const dialect: Dialect = {
    compression: head.compression,
    encoding: fixed.encoding ?? encoding.value,
    delimiter,
    quote,
    escape,
    header: fixed.header ?? header.value,
    decimal,
    thousands: fixed.thousands ?? numbers.thousands.value,
    missing: fixed.missing ?? missing.value,
    missingIn: fixed.missingIn ?? "values",
    dateOrder: fixed.dateOrder ?? dateOrder.value,
  };
  const infer = kindInference(dialect);
  const kindRows = layout.body.slice(0, MAX_ROWS_FOR_KINDS);
  const columns = layout.names.map((name, column) => {
    const { kind, why } = infer(
      name,
      kindRows.map((row) => row[column] ?? ""),
    );
    return { name, kind, why };
  });
  const guesses: Record<DialectField, Guessed> = {
    compression: { sure: true, alternatives: [], why: { code: `dialect.compression.${head.compression}` } },
    encoding: { ...encoding, alternatives: others(encoding.alternatives, dialect.encoding) },
    delimiter: cut.delimiter,
    quote: { ...cut.quote, alternatives: others(['"', "'", ""], quote) },
    escape: { ...cut.escape, alternatives: others(["", "\\", "\0"], escape) },
    header: { ...header, alternatives: [otherHeader(dialect.header)] },
    decimal: { ...numbers.decimal, alternatives: others([".", ","], decimal) },
    thousands: {
      ...numbers.thousands,
      alternatives: others(["", ",", ".", " ", "'"], dialect.thousands).filter((mark) => mark !== decimal),
    },
    missing: { ...missing, alternatives: [] },
    missingIn: {
      ...guessMissingIn(columns, sample, dialect.missing),
      alternatives: others(["values", "everywhere"], dialect.missingIn),
    },
    dateOrder: { ...dateOrder, alternatives: others(["day-first", "month-first"], dialect.dateOrder) },
  };

  return {
    format: "delimited",
    plan: { format: "delimited", settings: dialect, kinds: {}, sample: null },
    guesses: fieldsOf(guesses).map(([field, guess]) =>
      guessOf(field, dialect[field], guess, fixed[field] !== undefined),
    ),
    preview: {
      names: layout.names,
      rows: layout.body.slice(0, PREVIEW_ROWS),
      lines: rows.slice(0, MAX_LINES_SHOWN).map((row) => row.slice(0, MAX_CELLS_SHOWN)),
    },
    columns,
    size: estimateSize(
      {
        bytes: source.blob.size,
        unpacked: head.unpacked,
        headBytes: (head.bytes.length * characters) / Math.max(1, text.length),
        headRows: layout.body.length,
        whole: head.whole,
        kinds: columns.map(({ kind }) => kind),
        body: kindRows,
        missing: dialect.missing,
      },
      memoryBudget,
    ),
  };
}

/** From the first rows; where their numbers prove nothing, also from those further down that hold marks. */
function numberStyleOf(
  body: readonly (readonly string[])[],
  delimiter: string,
  fixed: Partial<Dialect>,
): NumberStyleGuess {
  const sample = body.slice(0, MAX_ROWS_GUESSED_FROM);
  const first = guessNumberStyle(sample, delimiter, fixed);
  if (body.length <= MAX_ROWS_GUESSED_FROM || !isOpen(first.decimal.why)) return first;
  const marked = body.filter((row) => row.some((cell) => NUMBER_WITH_MARK.test(cell))).slice(0, MAX_ROWS_GUESSED_FROM);
  const later = guessNumberStyle([...sample, ...marked], delimiter, fixed);
  return isOpen(later.decimal.why) ? first : later;
}

function isOpen({ code }: Note): boolean {
  return code === "dialect.decimal.open" || code === "dialect.decimal.none";
}

/** The same lines as a row, or the first row as names. */
function otherHeader({ first, count }: HeaderLines): HeaderLines {
  return { first, count: count > 0 ? 0 : 1 };
}

function guessOf(field: DialectField, value: DialectGuess["value"], guess: Guessed, isFixed: boolean): DialectGuess {
  const alternatives = guess.alternatives.filter((other) => other !== value);
  if (isFixed) return { field, value, sure: true, alternatives, why: { code: "dialect.chosen" } };
  return { field, value, sure: guess.sure, alternatives, why: guess.why };
}

function fieldsOf(guesses: Record<DialectField, Guessed>): readonly [DialectField, Guessed][] {
  // `Object.entries` forgets the type of the keys.
  return Object.entries(guesses) as [DialectField, Guessed][];
}

function others<T>(all: readonly T[], chosen: T): readonly T[] {
  return all.filter((one) => one !== chosen);
}
