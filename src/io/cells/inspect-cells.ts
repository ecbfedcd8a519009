import { columnNamesOf } from "../../core/data/column-names";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { GuessOf } from "../../core/data/read-plan";
import { estimateSize } from "../delimited/estimate-size";
import { guessDateOrder } from "../delimited/guess-date-order";
import { guessMissingIn } from "../delimited/guess-missing-in";
import { guessMissing } from "../delimited/guess-missing";
import type { InspectionOf } from "../read/table-reader";
import { planCells } from "./cell-plan";
import { type CellSettings, type CellSource, MAX_COLUMNS } from "./cell-source";

const PREVIEW_ROWS = 20;
const ROWS_GUESSED_FROM = 500;

const DATE_ORDERS: readonly CellSettings["dateOrder"][] = ["day-first", "month-first"];

interface Surroundings<Own> {
  readonly bytes: number;
  /** What a person fixed. */
  readonly fixed: Partial<CellSettings>;
  readonly own: Own;
  readonly ownGuesses?: readonly GuessOf<CellSettings & Own>[];
  /** Bytes of memory to plan with. */
  readonly budget: number;
}

/**
 * What a look at the first cells tells. `own`: settings that only this format has.
 *
 * @throws Failure `too-many-columns`, `header-only`
 */
export function inspectCells<Format extends string, Own extends object>(
  format: Format,
  source: CellSource,
  { bytes, fixed, own, ownGuesses = [], budget }: Surroundings<Own>,
): InspectionOf<Format, CellSettings & Own> {
  const { names: raw, head, whole, rows, missing = [] } = source;
  checkShape(raw.length, head.length);
  const sample = head.slice(0, ROWS_GUESSED_FROM);
  const words = guessMissing(sample, missing);
  const order = guessDateOrder(sample, ".");
  const settings = {
    ...own,
    missing: fixed.missing ?? words.value,
    dateOrder: fixed.dateOrder ?? order.value,
    // What people write for no value may be a word of its own, as in a text.
    ...(missing.length === 0 && { missingIn: fixed.missingIn ?? ("values" as const) }),
  };
  const others = DATE_ORDERS.filter((one) => one !== settings.dateOrder);
  const { names } = columnNamesOf(raw);
  const plan = { format, settings, kinds: {}, sample: null };
  const columns = planCells(source, names, plan).map(({ name, kind, why }) => ({ name, kind, why }));
  const marks = guessMissingIn(columns, sample, settings.missing);
  const cellGuesses = [
    guessOf("missing", settings.missing, words, fixed.missing !== undefined, []),
    guessOf("dateOrder", settings.dateOrder, order, fixed.dateOrder !== undefined, others),
    ...(settings.missingIn === undefined || (settings.missingIn === "values" && marks.sure)
      ? []
      : [guessOf("missingIn", settings.missingIn, marks, fixed.missingIn !== undefined, othersOf(settings.missingIn))]),
  ] as unknown as readonly GuessOf<CellSettings & Own>[]; // No format has fields of its own of these names.
  return {
    format,
    plan,
    guesses: [...ownGuesses, ...cellGuesses],
    preview: { names, rows: head.slice(0, PREVIEW_ROWS) },
    columns,
    size: estimateSize(
      {
        bytes,
        // Rows are known here: a row counts as one byte.
        unpacked: rows,
        headBytes: 1,
        headRows: 1,
        whole,
        kinds: columns.map(({ kind }) => kind),
        body: head,
        missing: settings.missing,
      },
      budget,
    ),
  };
}

function othersOf(chosen: "values" | "everywhere"): readonly ("values" | "everywhere")[] {
  return [chosen === "values" ? "everywhere" : "values"];
}

function guessOf<Field extends keyof CellSettings>(
  field: Field,
  value: CellSettings[Field],
  { sure, why }: { readonly sure: boolean; readonly why: Note },
  isFixed: boolean,
  alternatives: readonly CellSettings[Field][],
) {
  return isFixed
    ? { field, value, sure: true, alternatives, why: { code: "dialect.chosen" as const } }
    : { field, value, sure, alternatives, why };
}

/** @throws Failure `too-many-columns`, `header-only` */
export function checkShape(columns: number, rows: number): void {
  if (columns > MAX_COLUMNS) throw new Failure({ code: "too-many-columns", values: { columns, limit: MAX_COLUMNS } });
  if (rows === 0 || columns === 0) throw new Failure({ code: "header-only", values: { columns } });
}
