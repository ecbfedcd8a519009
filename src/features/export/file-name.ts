/** "payments.csv.gz" becomes "payments-flagged.csv", or "payments-scored.csv" with all rows. */
export function exportNameOf(source: string, rows: "flagged" | "all"): string {
  const stem = source.replace(/(\.(csv|tsv|txt|tab|dat|gz))+$/i, "").trim();
  // What some file system would refuse.
  const safe = stem.replace(/[\\/:*?"<>|\p{Cc}]+/gu, "_");
  return `${safe || "table"}-${rows === "flagged" ? "flagged" : "scored"}.csv`;
}
