import type { CategoryColumn, Column } from "../../core/data/column";
import { writtenNumberOf } from "../../core/data/written-number";
import type { SourceCells } from "../read/table-reader";

/** Below a limit, measured, above a limit. */
const LEVELS = ["<", "=", ">"] as const;

/**
 * A column that says of each number of another one whether it was measured, or is the limit that the value lies below or
 * above; missing where there is no number.
 *
 * @param cells the cells of the source, which are gone through once more for it
 */
export async function limitColumn(name: string, from: Column, at: number, cells: SourceCells): Promise<CategoryColumn> {
  const values = from.kind === "number" ? from.values : new Float64Array(0);
  const codes = new Int32Array(values.length).fill(-1);
  let row = 0;
  for await (const piece of cells.pieces) {
    for (let here = 0; here < piece.rows; here++, row++) {
      if (row >= codes.length || Number.isNaN(values[row])) continue;
      codes[row] = LEVELS.indexOf(writtenNumberOf(piece.text(here, at))?.limit || "=");
    }
  }
  return { kind: "category", name, codes, levels: LEVELS };
}
