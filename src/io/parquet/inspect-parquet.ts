import { columnNamesOf } from "../../core/data/column-names";
import type { CellSettings } from "../cells/cell-source";
import { estimateSize } from "../delimited/estimate-size";
import { guessDateOrder } from "../delimited/guess-date-order";
import { guessMissing } from "../delimited/guess-missing";
import type { InspectionOf } from "../read/table-reader";
import { openParquet } from "./open-parquet";
import { planParquet } from "./plan-parquet";

const PREVIEW_ROWS = 20;
const ROWS_GUESSED_FROM = 500;

/**
 * What footer and first rows of a Parquet file tell.
 *
 * @throws Failure `bad-format`, `header-only`, `too-many-columns`, `file-vanished`
 */
export async function inspectParquet(
  blob: Blob,
  fixed: Partial<CellSettings>,
  budget: number,
): Promise<InspectionOf<"parquet", CellSettings>> {
  const open = await openParquet(blob);
  const sample = open.head.slice(0, ROWS_GUESSED_FROM);
  const settings = {
    missing: fixed.missing ?? guessMissing(sample).value,
    dateOrder: fixed.dateOrder ?? guessDateOrder(sample, ".").value,
  };
  const plan = { format: "parquet" as const, settings, kinds: {}, sample: null };
  const columns = planParquet(open, plan).map(({ cells, kind, why }) => ({ name: cells.name, kind, why }));
  const { names } = columnNamesOf(open.columns.map(({ leaf }) => leaf.name));
  return {
    format: "parquet",
    plan,
    guesses: [],
    preview: { names, rows: open.head.slice(0, PREVIEW_ROWS) },
    columns,
    size: estimateSize(
      {
        bytes: blob.size,
        // The footer says how many rows there are: a row counts as one byte.
        unpacked: open.footer.rows,
        headBytes: 1,
        headRows: 1,
        whole: false,
        kinds: columns.map(({ kind }) => kind),
        body: open.head,
        missing: settings.missing,
      },
      budget,
    ),
  };
}
