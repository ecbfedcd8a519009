import { useMemo } from "react";
import type { ChangeWords, ExportWords } from "../../engine/protocol";
import { useWords } from "../../ui/use-words";

/** The columns that an export adds, in the order in which they are written; stability where it is known. */
export const addedColumns = [
  "sourceRow",
  "score",
  "percentile",
  "score100",
  "flagged",
  "stability",
  "mark",
  "note",
  "tags",
  "reasons",
] as const;

/** What of it there is, or is wanted. */
export interface WhatIsAdded {
  readonly hasStability: boolean;
  readonly hasReasons: boolean;
  readonly hasMarks: boolean;
}

/** Those of the added columns that an export has. */
export function addedColumnsOf({ hasStability, hasReasons, hasMarks }: WhatIsAdded) {
  const left: ReadonlySet<(typeof addedColumns)[number]> = new Set([
    ...(hasStability ? [] : (["stability"] as const)),
    ...(hasMarks ? [] : (["mark", "note", "tags"] as const)),
    ...(hasReasons ? [] : (["reasons"] as const)),
  ]);
  return addedColumns.filter((column) => !left.has(column));
}

/** Names of the added columns, and the directions of reasons, in the person's language. */
export function useExportWords(): ExportWords {
  const { t, i18n } = useWords("export", "notes");
  return useMemo(
    () => ({
      sourceRow: t("column.sourceRow.name"),
      score: t("column.score.name"),
      percentile: t("column.percentile.name"),
      score100: t("column.score100.name"),
      flagged: t("column.flagged.name"),
      reasons: t("column.reasons.name"),
      stability: t("column.stability.name"),
      directions: {
        high: t("direction.high"),
        low: t("direction.low"),
        rare: t("direction.rare"),
        missing: t("direction.missing"),
        combination: t("direction.combination"),
      },
      sentences: {
        language: i18n.language,
        templates: {
          ...sentencesOf(i18n.getResourceBundle(i18n.language, "notes")),
          "export.reason": t("reason", { skipInterpolation: true }),
          "export.between": t("between-reasons"),
        },
      },
    }),
    [t, i18n],
  );
}

/** The names of the columns of a list of changes. */
export function useChangeWords(): ChangeWords {
  const { t } = useWords("export");
  return useMemo(
    () => ({
      row: t("column.sourceRow.name"),
      column: t("changes.column"),
      was: t("changes.was"),
      becomes: t("changes.becomes"),
      why: t("column.reasons.name"),
    }),
    [t],
  );
}

/** The sentences of findings, and of how long something lasts, by code: only they are written as they stand, and the rest of the catalogue stays where it is. */
function sentencesOf(notes: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  const take = (part: unknown, code: string): void => {
    if (typeof part === "string") found[code] = part;
    else if (typeof part === "object" && part !== null)
      for (const [key, below] of Object.entries(part)) take(below, `${code}.${key}`);
  };
  for (const [key, part] of Object.entries(notes ?? {})) if (key.endsWith("finding") || key === "span") take(part, key);
  return found;
}
