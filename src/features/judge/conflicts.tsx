import { Button, Group, Stack, Text } from "@mantine/core";
import { sourceRowOf } from "../../core/data/dataset";
import type { MergedMarks } from "../../core/marks/merged-marks";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";

interface Props {
  readonly conflicts: MergedMarks["conflicts"];
}

const MAX_LISTED = 20;

/** The rows of which two people say otherwise: each is a click away, and what the other one says is taken for it or for all. */
export function Conflicts({ conflicts }: Props) {
  const { t, i18n } = useWords("judge");
  const { mark, select } = useActions();
  const byRow = useSession((state) => state.marked.byRow);
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  const rowOfKey = new Map([...byRow].map(([row, { row: key }]) => [key, row]));
  const count = (of: number) => formatCount(of, i18n.language);
  // One that was settled meanwhile, or whose row is not in the table, is none any more.
  const open = conflicts.flatMap(({ ours, theirs }) => {
    const row = rowOfKey.get(ours.row);
    const now = row === undefined ? undefined : byRow.get(row)?.verdict;
    return row !== undefined && now !== undefined && now !== theirs.verdict ? [{ row, now, theirs }] : [];
  });
  if (open.length === 0) return null;
  const take = (some: typeof open) => {
    for (const verdict of new Set(some.map(({ theirs }) => theirs.verdict)))
      void mark(
        some.filter(({ theirs }) => theirs.verdict === verdict).map(({ row }) => row),
        { verdict },
      );
  };
  return (
    <Stack gap={4} role="group" aria-label={t("conflicts.title")}>
      {open.slice(0, MAX_LISTED).map((one) => (
        <Group key={one.row} gap={6} wrap="nowrap">
          <Button size="compact-xs" variant="subtle" onClick={() => select(one.row)}>
            {t("conflicts.row", { row: count(sourceRowOf({ sourceRows }, one.row)) })}
          </Button>
          <Text size="xs">{t("conflicts.said", { ours: t(one.now), theirs: t(one.theirs.verdict) })}</Text>
          <Button size="compact-xs" variant="subtle" onClick={() => take([one])}>
            {t("conflicts.take")}
          </Button>
        </Group>
      ))}
      {open.length > MAX_LISTED && (
        <Text size="xs">
          {t("conflicts.more", { count: open.length - MAX_LISTED, rows: count(open.length - MAX_LISTED) })}
        </Text>
      )}
      {open.length > 1 && (
        <Button size="compact-xs" variant="light" onClick={() => take(open)}>
          {t("conflicts.take-all", { count: open.length, rows: count(open.length) })}
        </Button>
      )}
    </Stack>
  );
}
