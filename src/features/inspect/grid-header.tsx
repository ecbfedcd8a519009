import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useActions, useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import { ColumnEdge } from "./column-edge";
import { useSetWidth } from "./column-layout";
import { Cells, type ColumnItem } from "./frozen-cells";
import classes from "./row-table.module.css";
import type { TableColumn } from "./table-columns";

/** By so much an arrow key with Alt makes a column wider or narrower. */
const STEP_PX = 16;

interface Props {
  readonly columns: readonly TableColumn[];
  readonly items: readonly ColumnItem[];
}

/** Names of the columns; a click sorts, a second click turns the order round. */
export function GridHeader({ columns, items }: Props) {
  return (
    <div className={classes.header} role="row" aria-rowindex={1}>
      <Cells
        items={items}
        cell={({ index, start, size }) => {
          const column = columns[index];
          return column ? <HeaderCell key={column.id} column={column} index={index} left={start} width={size} /> : null;
        }}
      />
    </div>
  );
}

interface CellProps {
  readonly column: TableColumn;
  readonly index: number;
  readonly left: number;
  readonly width: number;
}

function HeaderCell({ column, index, left, width }: CellProps) {
  const { t, knows } = useWords("inspect");
  const { notice } = useActions();
  const setWidth = useSetWidth(column.keptBy);
  const sort = useSession((state) => state.viewState.sort);
  const name = useSession((state) => (column.source === null ? null : state.dataset?.columns[column.source]?.name));
  const isSorted = column.sortBy !== null && sort.by === column.sortBy && column.id !== "percentile";
  const key = `table.column.${column.id}`;
  const label = name ?? (knows(key) ? t(key) : column.id);
  const turn = () => {
    if (column.sortBy === null) return;
    const descending = isSorted ? !sort.descending : column.sortBy === "score" || column.isNumeric;
    notice({ sort: { by: column.sortBy, descending: column.sortBy === "row" && !isSorted ? false : descending } });
  };
  const resize = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key];
    if (step === undefined || !event.altKey) return;
    // Else the browser goes back a page.
    event.preventDefault();
    setWidth(column.width + step);
  };
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : "none"}
      className={classes.headerCell}
      data-numeric={column.isNumeric || undefined}
      style={{ left, width }}
    >
      {column.sortBy === null ? (
        <span className={classes.headerName}>{label}</span>
      ) : (
        <UnstyledButton
          className={classes.headerButton}
          onClick={turn}
          onKeyDown={resize}
          title={label}
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
        >
          <span className={classes.headerName}>{label}</span>
          {isSorted &&
            (sort.descending ? <IconArrowDown size={12} aria-hidden /> : <IconArrowUp size={12} aria-hidden />)}
        </UnstyledButton>
      )}
      <ColumnEdge column={column} />
    </div>
  );
}
