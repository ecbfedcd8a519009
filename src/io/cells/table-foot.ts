const TOTAL_WORDS =
  /^(?:(?:grand|sub)?[ -]?totals?|sums?|gesamt(?:summe|ergebnis)?|insgesamt|(?:zwischen|end)?summe|somme|totale?|total général|suma|totaal|samlet|итого|всего|合计|总计|小计|合計|総計|小計)(?![\p{L}\p{N}])/iu;

/** Rows at the end that are looked at. */
export const ROWS_OF_FOOT = 30;
/** A remark below a table fills so few of its columns. */
const MAX_SHARE_OF_REMARK = 0.34;

/**
 * How many rows at the end of a table are none of it: totals, and remarks behind an empty row. A word such as "total"
 * that other rows begin with, too, is a category.
 *
 * @param gaps whether an empty row lies before a row
 */
export function footOf(rows: readonly (readonly string[])[], gaps: readonly boolean[], hasTotals: boolean): number {
  const width = Math.max(...rows.map(filled), 1);
  let foot = 0;
  // Of several rows behind a gap, all are remarks or none.
  let waiting = 0;
  for (let at = rows.length - 1; at > 0; at--) {
    const row = rows[at] ?? [];
    const isTotal = !hasTotals && isTotalRow(row);
    const isRemark = width > 2 && filled(row) <= width * MAX_SHARE_OF_REMARK;
    if (!isTotal && !isRemark) break;
    waiting++;
    if (!isTotal && !gaps[at]) continue;
    foot += waiting;
    waiting = 0;
  }
  return foot;
}

/** Whether a row begins with a word that means a sum. */
export function isTotalRow(row: readonly string[]): boolean {
  const first = row.find((cell) => cell.trim() !== "") ?? "";
  return first.length < 60 && TOTAL_WORDS.test(first.trim());
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== "").length;
}
