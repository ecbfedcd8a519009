import { Button, Group, MultiSelect, NumberInput, Popover, Select, Stack } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useState } from "react";
import type { ColumnCard, ColumnFilter } from "../../engine/protocol";
import { namedInstance } from "../../state/catalogue";
import { usePanel } from "../../state/use-panel";
import { useActions, useSession } from "../../state/use-session";
import { useInstanceName } from "../../ui/use-instance-name";
import { useWords } from "../../ui/use-words";

/** Conditions that rows of the table must meet: a range, some levels, or a missing value. */
export function FilterMenu() {
  const { t } = useWords("inspect");
  const [isOpen, setOpen] = useState(false);
  const filters = useSession((state) => state.viewState.filters);
  const { notice } = useActions();
  return (
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
        <FlaggedBy
          onChoose={(flaggedBy) => {
            notice({ flaggedBy });
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
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

/** Rows that another detector flags, or does not. */
function FlaggedBy({ onChoose }: { readonly onChoose: (by: { readonly id: string; readonly stay: boolean }) => void }) {
  const { t } = useWords("inspect");
  const nameOf = useInstanceName();
  const panel = usePanel();
  const [id, setId] = useState<string | null>(null);
  if (panel.length < 2) return null;
  const choose = (stay: boolean) => id !== null && onChoose({ id, stay });
  return (
    <Stack gap="xs" mt="xs">
      <Select
        size="xs"
        label={t("filter.detector")}
        data={panel.map(({ detector }) => ({ value: detector, label: nameOf(namedInstance(detector)) }))}
        value={id}
        onChange={setId}
        comboboxProps={{ withinPortal: false }}
      />
      <Group justify="flex-end">
        <Button size="compact-xs" variant="subtle" disabled={id === null} onClick={() => choose(false)}>
          {t("filter.not-flagged-by")}
        </Button>
        <Button size="compact-xs" disabled={id === null} onClick={() => choose(true)}>
          {t("filter.flagged-by")}
        </Button>
      </Group>
    </Stack>
  );
}
