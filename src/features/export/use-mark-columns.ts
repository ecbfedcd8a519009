import { useMemo } from "react";
import { BETWEEN_TAGS } from "../../core/marks/between-tags";
import type { MarkColumns } from "../../engine/protocol";
import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

/** What a person said of rows, as columns of an export; null where no row of the table is marked. */
export function useMarkColumns(): MarkColumns | null {
  const { t } = useWords("export");
  const byRow = useSession(({ marked }) => marked.byRow);
  return useMemo(() => {
    if (byRow.size === 0) return null;
    // The verdict is written as a marks file does, so that every export with a key can be read again as marks.
    const words = [...byRow].map(
      ([row, { verdict, note, tags }]) => [row, { mark: verdict, note, tags: tags.join(BETWEEN_TAGS) }] as const,
    );
    const names = { mark: t("column.mark.name"), note: t("column.note.name"), tags: t("column.tags.name") };
    return { names, byRow: new Map(words) };
  }, [byRow, t]);
}
