// Written by scripts/exported-names.mjs from the catalogues (src/messages/*/export.json); not to be edited.

/** What an export adds behind the columns of a file, in one language. */
export interface NamesInExport {
  /** In the order of an export. */
  readonly columns: readonly string[];
  /** What stands before and behind the name of another detector. */
  readonly flaggedBy: readonly [string, string];
}

/** By language, in the order of their folders. */
export const NAMES_IN_EXPORTS: readonly NamesInExport[] = [
  {
    columns: [
      "row",
      "score",
      "percentile",
      "anomaly score (0-100)",
      "flagged",
      "stability",
      "mark",
      "note",
      "tags",
      "reasons",
    ],
    flaggedBy: ["flagged by ", ""],
  },
  {
    columns: ["行号", "分数", "百分位", "异常分数（0-100）", "已标记", "稳定性", "判定", "备注", "自定标签", "原因"],
    flaggedBy: ["由", "标记"],
  },
];
