import { Button, MultiSelect, Popover, Stack } from "@mantine/core";
import { IconColumns } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import { useColumnLayout } from "./column-layout";
import { hideableColumns } from "./table-columns";

const MOST_LISTED = 200;

/** Which columns of the table are hidden, and a way back to how it was. */
export function ColumnsMenu() {
  const { t, knows } = useWords("inspect");
  const [isOpen, setOpen] = useState(false);
  const [layout, keep] = useColumnLayout();
  const dataset = useSession((state) => state.dataset);
  const choices = useMemo(() => {
    const all = dataset ? hideableColumns(dataset) : [];
    return all.map(({ id, keptBy }) => {
      const key = `table.column.${id}`;
      return { value: keptBy, label: knows(key) ? t(key) : keptBy };
    });
  }, [dataset, knows, t]);
  const names = new Set(choices.map(({ value }) => value));
  const here = layout.hidden.filter((name) => names.has(name));
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={300} trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconColumns size={14} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {here.length > 0 ? t("columns.some-hidden", { count: here.length }) : t("columns.open")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("columns.open")}>
        <Stack gap="xs">
          <MultiSelect
            size="xs"
            label={t("columns.hidden")}
            data={choices}
            searchable
            limit={MOST_LISTED}
            value={here}
            onChange={(hidden) => keep({ hidden: [...layout.hidden.filter((name) => !names.has(name)), ...hidden] })}
            comboboxProps={{ withinPortal: false }}
          />
          <Button size="compact-xs" variant="subtle" onClick={() => keep({ hidden: [], widths: {} })}>
            {t("columns.reset")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
