import type { MarkedRows } from "./marked-rows";

/** Of so many of the rows a verdict has to be known, before marks say what is missed. */
const MIN_SHARE_MARKED = 0.95;

/** Whether nearly all of these rows have a verdict, so that marks say of them what a label would. */
export function marksCover({ byRow }: MarkedRows, rows: Uint32Array): boolean {
  if (byRow.size < MIN_SHARE_MARKED * rows.length) return false;
  const known = rows.filter((row) => (byRow.get(row)?.verdict ?? "unsure") !== "unsure");
  return known.length >= MIN_SHARE_MARKED * rows.length;
}
