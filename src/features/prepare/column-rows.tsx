import { VisuallyHidden } from "@mantine/core";
import { useCallback, useEffect, useRef, type KeyboardEvent } from "react";
import type { ColumnKind } from "../../core/data/column";
import { partInKind } from "../../core/kinds/kinds";
import type { Role } from "../../core/prepare/recipe";
import { useActions, useSession } from "../../state/use-session";
import { useListWindow } from "../../ui/use-list-window";
import { useWords } from "../../ui/use-words";
import classes from "./column-list.module.css";
import { ColumnRow } from "./column-row";
import type { Remedy } from "./remedies";
import type { Ticks } from "./use-ticks";

interface Props {
  readonly shown: readonly number[];
  readonly isWide: boolean;
  readonly opened: number | null;
  readonly ticks: Ticks;
  onOpen(position: number | null): void;
}

const WIDE_ROW_PX = 46;
const NARROW_ROW_PX = 116;
const HEAD_PX = 30;
const HEAD_NAMES = ["tick", "named", "kind", "role", "bars", "missing", "distinct", "warnings"] as const;

/** The rows of the column list; only those in view are drawn. Arrow keys go from name to name. */
export function ColumnRows({ shown, isWide, opened, ticks, onOpen }: Props) {
  const { t } = useWords("prepare");
  const columns = useSession((state) => state.dataset?.columns);
  const recipe = useSession((state) => state.history.present.recipe);
  const { setColumns, setKind } = useActions();
  const scroller = useRef<HTMLDivElement>(null);
  const height = isWide ? WIDE_ROW_PX : NARROW_ROW_PX;
  const head = isWide ? HEAD_PX : 0;
  const list = useListWindow({ count: shown.length, scroller, sizeOf: () => height, before: head });
  useEffect(() => list.measure(), [list, height]);

  const latest = useRef({ ticks, opened });
  useEffect(() => {
    latest.current = { ticks, opened };
  });
  const open = useCallback(
    (position: number) => onOpen(latest.current.opened === position ? null : position),
    [onOpen],
  );
  const tick = useCallback(
    (position: number, isTicked: boolean, through: boolean) => latest.current.ticks.tick(position, isTicked, through),
    [],
  );
  const kind = useCallback((position: number, chosen: ColumnKind) => setKind(position, chosen), [setKind]);
  const role = useCallback((position: number, chosen: Role) => setColumns([position], { role: chosen }), [setColumns]);
  const remedy = useCallback((position: number, chosen: Remedy) => setColumns([position], chosen.change), [setColumns]);

  return (
    <div
      ref={scroller}
      className={classes.rows}
      role="table"
      aria-label={t("columns.title")}
      aria-rowcount={shown.length + 1}
      data-wide={isWide || undefined}
      onKeyDown={walk}
    >
      <div role="row" aria-rowindex={1} className={classes.heads}>
        {HEAD_NAMES.map((head) => (
          <span
            key={head}
            role="columnheader"
            className={classes[head === "missing" || head === "distinct" ? "number" : head]}
          >
            {head === "tick" ? <VisuallyHidden>{t("columns.head.tick")}</VisuallyHidden> : t(`columns.head.${head}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ height: list.getTotalSize(), marginTop: -head, position: "relative" }}>
        {list.getVirtualItems().map(({ index, start, size }) => {
          const position = shown[index] ?? 0;
          const card = columns?.[position];
          const chosen = recipe?.columns[position];
          return (
            card &&
            chosen && (
              <div
                key={position}
                role="row"
                aria-rowindex={index + 2}
                className={classes.row}
                style={{ top: start, height: size }}
                data-open={position === opened || undefined}
                data-quiet={chosen.role === "ignore" || undefined}
              >
                <ColumnRow
                  position={position}
                  card={card}
                  recipe={chosen}
                  part={partInKind(recipe, position, card.kind)}
                  isOpen={position === opened}
                  isTicked={ticks.has(position)}
                  onOpen={open}
                  onTick={tick}
                  onKind={kind}
                  onRole={role}
                  onRemedy={remedy}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );

  function walk(event: KeyboardEvent<HTMLDivElement>): void {
    if (!(event.target instanceof HTMLElement)) return;
    const here = event.target.dataset["column"];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (here === undefined || step === undefined) return;
    event.preventDefault();
    const index = shown.indexOf(Number(here)) + step;
    const next = shown[index];
    if (next === undefined) return;
    list.scrollToIndex(index);
    if (opened !== null) onOpen(next);
    // The row may be drawn only after the scroll.
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-column="${String(next)}"]`)?.focus();
    });
  }
}
