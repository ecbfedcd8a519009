import { Menu } from "@mantine/core";
import { useMemo, useState, type MouseEvent } from "react";
import type { Cell } from "../../core/data/column";
import type { ColumnFilter } from "../../engine/protocol";
import { useCells } from "../../state/use-answers";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { shortened } from "./shortened";
import type { TableColumn } from "./table-columns";
import { useCopyRows } from "./use-copy";
import { useFormatCell } from "../../ui/use-format-cell";

interface Place {
  readonly row: number;
  readonly column: TableColumn | null;
  readonly x: number;
  readonly y: number;
}

interface CellMenuState {
  readonly place: Place | null;
  open(event: MouseEvent): void;
  close(): void;
}

/** Where the menu of a cell is open. By the key of the menu it is that of the selected row. */
export function useCellMenu(columns: readonly TableColumn[]): CellMenuState {
  const [place, setPlace] = useState<Place | null>(null);
  const selected = useSession((state) => state.viewState.selectedRow);
  return {
    place,
    close: () => setPlace(null),
    open(event) {
      const target = event.target instanceof Element ? event.target : null;
      const line = target?.closest('[role="row"][id]');
      const row = line ? Number(line.id.slice("row-".length)) : selected;
      if (row === null) return;
      event.preventDefault();
      const index = Number(target?.closest('[role="gridcell"]')?.getAttribute("aria-colindex") ?? NaN) - 1;
      const around = (line ?? document.getElementById(`row-${row}`))?.getBoundingClientRect();
      const isByKey = line === null || event.clientX === 0;
      setPlace({
        row,
        column: columns[index] ?? null,
        x: isByKey ? (around?.left ?? 0) + 80 : event.clientX,
        y: isByKey ? (around?.bottom ?? 0) : event.clientY,
      });
    },
  };
}

interface Props {
  readonly menu: CellMenuState;
}

/** What can be done with a cell, its row and the rows that are picked: copied, and looked for in others. */
export function CellMenu({ menu }: Props) {
  const { place, close } = menu;
  return (
    <Menu
      opened={place !== null}
      onChange={(isOpen) => !isOpen && close()}
      position="bottom-start"
      shadow="md"
      withinPortal
    >
      <Menu.Target>
        <span aria-hidden style={{ position: "fixed", left: place?.x ?? 0, top: place?.y ?? 0, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown>{place && <Items place={place} />}</Menu.Dropdown>
    </Menu>
  );
}

function Items({ place: { row, column } }: { readonly place: Place }) {
  const { t, i18n } = useWords("inspect");
  const { notice } = useActions();
  const copyRows = useCopyRows();
  const cells = useCells(useMemo(() => [row], [row]));
  const { filters, picked } = useSession((state) => state.viewState);
  const cards = useSession((state) => state.dataset?.columns);
  const formatCell = useFormatCell();
  const at = column?.source ?? null;
  const name = shortened(at === null ? "" : (cards?.[at]?.name ?? ""));
  const cell = at === null ? null : cells.of(row)?.[at];
  const several = picked.has(row) && picked.size > 1 ? [...picked] : null;
  const count = several?.length ?? 1;
  const said = { count, rows: formatCount(count, i18n.language) };
  return (
    <>
      {at !== null && (
        <Menu.Item onClick={() => void copyRows([row], { columns: [at] })}>{t("menu.copy-cell")}</Menu.Item>
      )}
      <Menu.Item onClick={() => void copyRows(several ?? [row])} rightSection={t("menu.copy-key")}>
        {t("menu.copy-rows", said)}
      </Menu.Item>
      <Menu.Item onClick={() => void copyRows(several ?? [row], { withNames: true })}>
        {t("menu.copy-names", said)}
      </Menu.Item>
      {(several !== null || (column && at !== null && cell !== undefined)) && <Menu.Divider />}
      {several && (
        <Menu.Item
          onClick={() => notice({ boxed: Uint32Array.from(several).sort(), tableRows: "all", picked: new Set() })}
        >
          {t("menu.only-picked", said)}
        </Menu.Item>
      )}
      {column && at !== null && cell !== undefined && (
        <Menu.Item onClick={() => notice({ filters: [...filters, filterFor(at, cell)] })}>
          {cell === null
            ? t("menu.only-missing", { column: name })
            : t("menu.only-value", { column: name, value: shortened(formatCell(cell, column.kind, column.isName)) })}
        </Menu.Item>
      )}
      {column && at !== null && typeof cell === "number" && (
        <>
          <Menu.Item
            onClick={() => notice({ filters: [...filters, { column: at, kind: "range", min: cell, max: null }] })}
          >
            {t("menu.from-value", { column: name, value: formatCell(cell, column.kind, column.isName) })}
          </Menu.Item>
          <Menu.Item
            onClick={() => notice({ filters: [...filters, { column: at, kind: "range", min: null, max: cell }] })}
          >
            {t("menu.to-value", { column: name, value: formatCell(cell, column.kind, column.isName) })}
          </Menu.Item>
        </>
      )}
    </>
  );
}

/** The rows that have this value, too. */
function filterFor(column: number, cell: Cell): ColumnFilter {
  if (cell === null) return { column, kind: "missing" };
  return typeof cell === "number"
    ? { column, kind: "range", min: cell, max: cell }
    : { column, kind: "levels", levels: [cell] };
}
