import { ActionIcon, Button, Group, MultiSelect, NumberInput, Pill, Popover, Select, Stack, Text } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { ColumnCard, ColumnFilter } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** Conditions that rows of the table must meet: a range, some levels, or a missing value. */
export function FilterMenu() {
  const { t } = useWords("inspect");
  const [isOpen, setOpen] = useState(false);
  const filters = useSession((state) => state.viewState.filters);
  const { notice } = useActions();
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={300} trapFocus shadow="md">
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconFilter size={14} aria-hidden />}
            onClick={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
          >
            {t("filter.open")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterForm
            onAdd={(filter) => {
              notice({ filters: [...filters, filter] });
              setOpen(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {filters.map((filter, index) => (
        <FilterPill
          key={index}
          filter={filter}
          onRemove={() => notice({ filters: filters.filter((_, other) => other !== index) })}
        />
      ))}
    </>
  );
}

function FilterPill({ filter, onRemove }: { readonly filter: ColumnFilter; readonly onRemove: () => void }) {
  const { t, i18n } = useWords("inspect");
  const column = useSession((state) => state.dataset?.columns[filter.column]?.name ?? "");
  const bound = (value: number | null) => (value === null ? "…" : formatNumber(value, i18n.language));
  const text =
    filter.kind === "range"
      ? t("filter.range-pill", { column, min: bound(filter.min), max: bound(filter.max) })
      : filter.kind === "levels"
        ? t("filter.levels-pill", { column, levels: filter.levels.join(", ") })
        : t("filter.missing-pill", { column });
  return (
    <Pill size="sm" component="span">
      <Group gap={2} wrap="nowrap">
        <Text size="xs" maw={180} truncate>
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

function FilterForm({ onAdd }: { readonly onAdd: (filter: ColumnFilter) => void }) {
  const { t } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const [position, setPosition] = useState<number | null>(null);
  const column = position === null ? undefined : columns?.[position];
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label={t("filter.column")}
        data={(columns ?? []).map(({ name }, index) => ({ value: String(index), label: name }))}
        searchable
        limit={100}
        value={position === null ? null : String(position)}
        onChange={(value) => setPosition(value === null ? null : Number(value))}
        comboboxProps={{ withinPortal: false }}
      />
      {column && position !== null && (
        <Condition key={position} column={column} onAdd={(condition) => onAdd({ ...condition, column: position })} />
      )}
    </Stack>
  );
}

type Condition =
  | { readonly kind: "range"; readonly min: number | null; readonly max: number | null }
  | { readonly kind: "levels"; readonly levels: readonly string[] }
  | { readonly kind: "missing" };

function Condition({ column, onAdd }: { readonly column: ColumnCard; readonly onAdd: (condition: Condition) => void }) {
  const { t } = useWords("inspect");
  const [min, setMin] = useState<number | null>(null);
  const [max, setMax] = useState<number | null>(null);
  const [levels, setLevels] = useState<string[]>([]);
  const numberOf = (value: string | number) => (value === "" ? null : Number(value));
  return (
    <>
      {column.kind === "number" && (
        <Group grow gap="xs">
          <NumberInput
            size="xs"
            label={t("filter.min")}
            value={min ?? ""}
            onChange={(value) => setMin(numberOf(value))}
          />
          <NumberInput
            size="xs"
            label={t("filter.max")}
            value={max ?? ""}
            onChange={(value) => setMax(numberOf(value))}
          />
        </Group>
      )}
      {column.profile.levels && (
        <MultiSelect
          size="xs"
          label={t("filter.levels")}
          data={column.profile.levels.map(({ level }) => level)}
          searchable
          value={levels}
          onChange={setLevels}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      <Group justify="flex-end">
        {column.profile.missing > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => onAdd({ kind: "missing" })}>
            {t("filter.missing")}
          </Button>
        )}
        <Button
          size="compact-xs"
          disabled={min === null && max === null && levels.length === 0}
          onClick={() => onAdd(levels.length > 0 ? { kind: "levels", levels } : { kind: "range", min, max })}
        >
          {t("filter.add")}
        </Button>
      </Group>
    </>
  );
}
