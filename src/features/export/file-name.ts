/** "payments.csv.gz" becomes "payments-flagged.csv", "payments-scored.csv" with all rows, "payments-stretches.csv" with those of a series. */
export function exportNameOf(source: string, what: "flagged" | "all" | "stretches", ending = "csv"): string {
  const stem = source
    .replace(/(\.(csv|tsv|txt|tab|dat|gz|zip|zst|jsonl?|ndjson|arff|np[yz]|log|xlsx|parquet))+$/i, "")
    .trim();
  // What some file system would refuse.
  const safe = stem.replace(/[\\/:*?"<>|\p{Cc}]+/gu, "_");
  return `${safe || "table"}-${what === "all" ? "scored" : what}.${ending}`;
}
