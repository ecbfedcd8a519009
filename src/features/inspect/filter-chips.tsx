import { ActionIcon, Button, Group, Pill, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ColumnFilter } from "../../engine/protocol";
import { namedInstance } from "../../state/catalogue";
import { NOT_NARROWED } from "../../state/view-state";
import { useActions, useSession } from "../../state/use-session";
import { isNarrowed } from "../../state/use-view-rows";
import { formatCount, formatNames } from "../../ui/format";
import { useInstanceName } from "../../ui/use-instance-name";
import { useWords } from "../../ui/use-words";
import { useFormatCell } from "../../ui/use-format-cell";

interface Props {
  /** How many rows the table shows. */
  readonly shown: number;
}

/** All that leaves rows out of the table, each to be taken away, and how many are left; and how many rows are selected. */
export function FilterChips({ shown }: Props) {
  const { t, i18n } = useWords("inspect");
  const { notice } = useActions();
  const viewState = useSession((state) => state.viewState);
  const nameOf = useInstanceName();
  const wordsOf = useFilterWords();
  const { filters, search, boxed, flaggedBy, picked } = viewState;
  const said = (count: number) => ({ count, formatted: formatCount(count, i18n.language) });
  return (
    <>
      {filters.map((filter, index) => (
        <Chip
          key={index}
          text={wordsOf(filter)}
          onRemove={() => notice({ filters: filters.filter((_, other) => other !== index) })}
        />
      ))}
      {flaggedBy && (
        <Chip
          text={t(flaggedBy.stay ? "filter.flagged-by-pill" : "filter.not-flagged-by-pill", {
            detector: nameOf(namedInstance(flaggedBy.id)),
          })}
          onRemove={() => notice({ flaggedBy: null })}
        />
      )}
      {boxed && <Chip text={t("table.boxed", said(boxed.length))} onRemove={() => notice({ boxed: null })} />}
      {search.trim() !== "" && (
        <Chip text={t("filter.search-pill", { search: search.trim() })} onRemove={() => notice({ search: "" })} />
      )}
      {isNarrowed(viewState) && (
        <>
          <Button size="compact-xs" variant="subtle" onClick={() => notice(NOT_NARROWED)}>
            {t("filter.clear")}
          </Button>
          <Text size="xs" c="dimmed" role="status">
            {t("table.shown", said(shown))}
          </Text>
        </>
      )}
      {picked.size > 1 && <Text size="xs">{t("table.selected", said(picked.size))}</Text>}
    </>
  );
}

function Chip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  const { t } = useWords("inspect");
  return (
    <Pill size="sm" component="span">
      <Group gap={2} wrap="nowrap">
        <Text size="xs" maw={180} truncate title={text}>
          {text}
        </Text>
        <ActionIcon
          size={14}
          variant="transparent"
          color="gray"
          onClick={onRemove}
          aria-label={t("filter.remove", { filter: text })}
        >
          <IconX size={12} />
        </ActionIcon>
      </Group>
    </Pill>
  );
}

function useFilterWords(): (filter: ColumnFilter) => string {
  const { t, i18n } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const formatCell = useFormatCell();
  return (filter) => {
    const { name: column = "", kind = "number" } = columns?.[filter.column] ?? {};
    if (filter.kind === "missing") return t("filter.missing-pill", { column });
    if (filter.kind === "levels")
      return t("filter.levels-pill", { column, levels: formatNames(filter.levels, i18n.language) });
    const [min, max] = [formatCell(filter.min, kind), formatCell(filter.max, kind)];
    if (filter.min === filter.max) return t("filter.value-pill", { column, value: min });
    if (filter.max === null) return t("filter.from-pill", { column, min });
    return filter.min === null ? t("filter.to-pill", { column, max }) : t("filter.range-pill", { column, min, max });
  };
}
