import { memo, type ReactNode } from "react";
import type { Cell } from "../../core/data/column";
import { sourceRowOf } from "../../core/data/dataset";
import type { RowExplanation } from "../../core/explain/explanation";
import { percentileOf, scoreOutOf100 } from "../../core/score/score-scale";
import type { RunResult } from "../../engine/protocol";
import { shownThresholdOf } from "../../state/threshold";
import { useActions, useSession } from "../../state/use-session";
import { formatCount, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { MarkGlyph } from "./mark-glyph";
import { Cells, type ColumnItem } from "./frozen-cells";
import type { HeldKeys } from "./use-picking";
import { ReasonChips } from "./reason-chips";
import { StabilityCell } from "./row-stability";
import { VotesCell } from "./row-votes";
import classes from "./row-table.module.css";
import type { TableColumn } from "./table-columns";
import { useFormatCell } from "../../ui/use-format-cell";

interface Props {
  readonly row: number;
  readonly position: number;
  readonly top: number;
  readonly columns: readonly TableColumn[];
  readonly items: readonly ColumnItem[];
  readonly cells: readonly Cell[] | undefined;
  readonly explanation: RowExplanation | undefined;
  readonly result: RunResult | null;
  readonly isSelected: boolean;
  /** Selects the row, alone or beside others as the keys held down say. */
  onPick(row: number, keys: HeldKeys): void;
}

/** One row of the grid; hovering and selecting it is seen in the charts. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, position, top, columns, items, cells, explanation, isSelected, result, onPick } = props;
  const { t, i18n } = useWords("inspect");
  const formatCell = useFormatCell();
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  const { hover } = useActions();
  const isHovered = useSession((state) => state.viewState.hoveredRow === row);
  const score = result?.scores[row] ?? NaN;
  const isFlagged = useSession((state) => score >= (shownThresholdOf(state)?.value ?? Infinity));
  const contentOf = (column: TableColumn): ReactNode => {
    if (column.source !== null)
      return (
        <span className={classes.text}>
          {cells ? formatCell(cells[column.source], column.kind, column.isName) : ""}
        </span>
      );
    if (column.id === "row")
      return (
        <>
          <MarkGlyph row={row} />
          {formatCount(sourceRowOf({ sourceRows }, row), i18n.language)}
        </>
      );
    if (!result || Number.isNaN(score)) return column.id === "score100" ? t("table.dropped") : null;
    if (column.id === "votes") return <VotesCell row={row} />;
    if (column.id === "stability") return <StabilityCell row={row} />;
    if (column.id === "reasons") return <ReasonChips explanation={explanation} />;
    if (column.id === "percentile") return formatPercent(percentileOf(result.sorted, score) / 100, i18n.language);
    return <span className={classes.score}>{scoreOutOf100(score, result.scale).toFixed(1)}</span>;
  };
  return (
    <div
      id={`row-${row}`}
      role="row"
      aria-rowindex={position + 2}
      aria-selected={isSelected}
      className={classes.row}
      data-hovered={isHovered || undefined}
      data-flagged={isFlagged || undefined}
      style={{ top }}
      onMouseEnter={() => hover(row)}
      onMouseLeave={() => hover(null)}
      // Else the browser marks the text between two clicks.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) => onPick(row, event)}
    >
      <Cells
        items={items}
        cell={({ index, start, size }) => {
          const column = columns[index];
          return column ? (
            <div
              key={column.id}
              role="gridcell"
              aria-colindex={index + 1}
              className={classes.cell}
              data-numeric={column.isNumeric || undefined}
              style={{ left: start, width: size }}
            >
              {contentOf(column)}
            </div>
          ) : null;
        }}
      />
    </div>
  );
});
