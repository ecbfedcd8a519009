// @ts-check

/** @typedef {import("./measure").Row} Row */

/**
 * Rows as a table of text.
 * @param {readonly Row[]} rows
 */
export function tableOf(rows) {
  const cells = rows.map((row) => [row.name, valueOf(row), row.bar, metOf(row), row.spread, row.note]);
  return linesOf([["what", "value", "bar", "met", "spread", "note"], ...cells]);
}

/**
 * Columns set flush; the last is not padded.
 * @param {readonly (readonly string[])[]} cells the first row is the head
 */
export function linesOf(cells) {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {Row} row */
function valueOf({ value, unit }) {
  return value === null ? "-" : `${Number(value.toPrecision(4))} ${unit}`.trim();
}

/** @param {Row} row */
function metOf({ met }) {
  return met === null ? "" : met ? "yes" : "NO";
}
