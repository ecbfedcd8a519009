import { Badge } from "@mantine/core";
import { shownStabilityOf } from "../../state/stability";
import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

/** In how many runs that differ only in their seed a row is flagged; null before they were made. */
function useFlaggedRuns(row: number): { count: number; runs: number } | null {
  const count = useSession((state) => shownStabilityOf(state)?.counts[row] ?? null);
  const runs = useSession((state) => shownStabilityOf(state)?.runs ?? 0);
  return count === null ? null : { count, runs };
}

/** "4 of 5", for the table. */
export function StabilityCell({ row }: { readonly row: number }) {
  const { t } = useWords("stability");
  const flagged = useFlaggedRuns(row);
  return flagged && <span>{t("cell", flagged)}</span>;
}

/** The same in words, beside the reasons of a row. */
export function StabilityBadge({ row }: { readonly row: number }) {
  const { t } = useWords("stability");
  const flagged = useFlaggedRuns(row);
  if (!flagged) return null;
  const said = flagged.count === 0 ? "none" : flagged.count === flagged.runs ? "all" : "some";
  return (
    <Badge variant="default" radius="sm" fw={500} tt="none">
      {t(`badge.${said}`, { ...flagged, others: flagged.runs - 1 })}
    </Badge>
  );
}
