import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { useCells, useExplanations } from "../../state/use-answers";
import { shownResultOf } from "../../state/threshold";
import { useActions, useSession } from "../../state/use-session";
import { isNarrowed } from "../../state/use-view-rows";
import { FailedAlert } from "../../ui/failed-alert";
import { useWords } from "../../ui/use-words";
import { GridHeader } from "./grid-header";
import { GridRow } from "./grid-row";
import classes from "./row-table.module.css";
import { withFrozen } from "./frozen-cells";
import { CellMenu, useCellMenu } from "./cell-menu";
import { usePicking } from "./use-picking";
import { useTableColumns } from "./use-table-columns";
import { WHY_PANEL } from "./why-panel-id";

const ROW_PX = 32;
const HEADER_PX = 34;
/** Browsers give up on elements higher than some 17 million pixels: rows beyond are reached by sorting and filtering. */
const MAX_ROWS_SHOWN = 500_000;
/** Rows are windowed in blocks: the virtualizer keeps an object for each, too many for a million rows. */
const ROWS_PER_BLOCK = 10;

interface Props {
  readonly rows: Uint32Array;
  readonly isPending: boolean;
}

/** A grid that draws only the rows and columns in view. Arrows move, Enter opens the reasons, Home and End jump. */
export const RowGrid = memo(function RowGrid({ rows, isPending }: Props) {
  const { t } = useWords("inspect");
  const selected = useSession((state) => state.viewState.selectedRow);
  const result = useSession(shownResultOf);
  const { select } = useActions();
  const scroller = useRef<HTMLDivElement>(null);
  const isFewer = useSession(({ viewState }) => viewState.tableRows === "all" || isNarrowed(viewState));
  const picked = useSession((state) => state.viewState.picked);
  const picking = usePicking(rows.subarray(0, MAX_ROWS_SHOWN));
  const count = Math.min(rows.length, MAX_ROWS_SHOWN);
  const vertical = useVirtualizer({
    count: Math.ceil(count / ROWS_PER_BLOCK),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX * ROWS_PER_BLOCK,
    overscan: 1,
    useFlushSync: false,
  });
  const blocks = vertical.getVirtualItems();
  const first = (blocks[0]?.index ?? 0) * ROWS_PER_BLOCK;
  const end = Math.min(count, ((blocks.at(-1)?.index ?? -1) + 1) * ROWS_PER_BLOCK);
  const visible = useMemo(() => [...rows.subarray(first, end)], [rows, first, end]);
  const cells = useCells(visible);
  const explanations = useExplanations(visible);
  const columns = useTableColumns(visible, explanations.of);
  const horizontal = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.width ?? 100,
    overscan: 2,
    useFlushSync: false,
  });
  // It keeps the widths that it has seen.
  useEffect(() => horizontal.measure(), [horizontal, columns]);
  const items = withFrozen(horizontal.getVirtualItems(), columns);
  const at = useMemo(
    () => (selected === null ? -1 : rows.subarray(0, MAX_ROWS_SHOWN).indexOf(selected)),
    [rows, selected],
  );

  useEffect(() => {
    if (at >= 0 && scroller.current) bringIntoView(scroller.current, at);
  }, [at]);

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count - 1,
    };
    if (picking.onKey(event)) return;
    if (event.key === "Enter" && at >= 0) document.getElementById(WHY_PANEL)?.focus();
    const next = steps[event.key];
    if (next === undefined || count === 0 || event.target !== event.currentTarget) return;
    event.preventDefault();
    const row = rows[Math.min(count - 1, Math.max(0, next))];
    if (row !== undefined) select(row);
  }

  const menu = useCellMenu(columns);
  const failure = cells.failure ?? explanations.failure;
  return (
    <>
      {failure && <FailedAlert m="xs" variant="default" failure={failure} />}
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={t("table.label")}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-busy={isPending}
        aria-multiselectable
        onContextMenu={menu.open}
        {...(at >= 0 && at >= first && at < end ? { "aria-activedescendant": `row-${selected}` } : {})}
        onKeyDown={onKeyDown}
      >
        <div
          className={classes.canvas}
          role="presentation"
          data-old={isPending || undefined}
          style={{ width: horizontal.getTotalSize(), height: count * ROW_PX + HEADER_PX }}
        >
          <GridHeader columns={columns} items={items} />
          {visible.map((row, index) => (
            <GridRow
              key={row}
              row={row}
              position={first + index}
              top={(first + index) * ROW_PX + HEADER_PX}
              columns={columns}
              items={items}
              cells={cells.of(row)}
              explanation={explanations.of(row)}
              result={result}
              isSelected={row === selected || picked.has(row)}
              onPick={picking.pick}
            />
          ))}
        </div>
        <CellMenu menu={menu} />
        {count === 0 && !isPending && (
          <p className={classes.empty}>{t(isFewer ? "table.empty" : "table.none-flagged")}</p>
        )}
        {rows.length > MAX_ROWS_SHOWN && (
          <p className={classes.note}>{t("table.longest", { count: MAX_ROWS_SHOWN })}</p>
        )}
      </div>
    </>
  );
});

/** Scrolls no further than it takes to show a row whole, below the sticky header. */
function bringIntoView(scroller: HTMLElement, position: number): void {
  const top = position * ROW_PX;
  const bottom = top + ROW_PX + HEADER_PX;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}
