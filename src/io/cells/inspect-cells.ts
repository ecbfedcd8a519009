import { columnNamesOf } from "../../core/data/column-names";
import { Failure } from "../../core/data/failure";
import { estimateSize } from "../delimited/estimate-size";
import { guessDateOrder } from "../delimited/guess-date-order";
import { guessMissing } from "../delimited/guess-missing";
import type { InspectionOf } from "../read/table-reader";
import { planCells } from "./cell-plan";
import { type CellSettings, type CellSource, MAX_COLUMNS } from "./cell-source";

const PREVIEW_ROWS = 20;
const ROWS_GUESSED_FROM = 500;

/**
 * What a look at the first cells tells. `own`: settings that only this format has.
 *
 * @throws Failure `too-many-columns`, `header-only`
 */
export function inspectCells<Format extends string, Own extends object>(
  format: Format,
  source: CellSource,
  { bytes, fixed, own, budget }: { bytes: number; fixed: Partial<CellSettings>; own: Own; budget: number },
): InspectionOf<Format, CellSettings & Own> {
  const { names: raw, head, whole, rows, missing = [] } = source;
  checkShape(raw.length, head.length);
  const sample = head.slice(0, ROWS_GUESSED_FROM);
  const settings = {
    ...own,
    missing: fixed.missing ?? [...new Set([...guessMissing(sample).value, ...missing])],
    dateOrder: fixed.dateOrder ?? guessDateOrder(sample, ".").value,
  };
  const { names } = columnNamesOf(raw);
  const plan = { format, settings, kinds: {}, sample: null };
  const columns = planCells(source, names, plan).map(({ name, kind, why }) => ({ name, kind, why }));
  return {
    format,
    plan,
    // What is missing and how dates are written is the same question as for a text, but there is less to get wrong.
    guesses: [],
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

/** @throws Failure `too-many-columns`, `header-only` */
export function checkShape(columns: number, rows: number): void {
  if (columns > MAX_COLUMNS) throw new Failure({ code: "too-many-columns", values: { columns, limit: MAX_COLUMNS } });
  if (rows === 0 || columns === 0) throw new Failure({ code: "header-only", values: { columns } });
}
