const WORD_OF = {
  all: "scored",
  flagged: "flagged",
  unflagged: "unflagged",
  emptied: "cleaned",
  expected: "cleaned",
  shown: "selected",
  stretches: "stretches",
  report: "report",
} as const;

type Exported = keyof typeof WORD_OF;

/**
 * "payments.csv.gz" becomes "payments-flagged.csv", "payments-scored.csv" with all rows,
 * "payments-stretches.csv" with those of a series, "payments-flagged-in-sample.csv" where only a sample has been scored.
 */
export function exportNameOf(source: string, what: Exported, ending = "csv", isOfSample = false): string {
  const stem = source
    .replace(/(\.(csv|tsv|txt|tab|dat|gz|zip|zst|jsonl?|ndjson|arff|np[yz]|log|xlsx|parquet))+$/i, "")
    .trim();
  // What some file system would refuse.
  const safe = stem.replace(/[\\/:*?"<>|\p{Cc}]+/gu, "_");
  return `${safe || "table"}-${WORD_OF[what]}${isOfSample ? "-in-sample" : ""}.${ending}`;
}
