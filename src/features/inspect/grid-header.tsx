import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { VirtualItem } from "@tanstack/react-virtual";
import { useActions, useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./row-table.module.css";
import type { TableColumn } from "./table-columns";

interface Props {
  readonly columns: readonly TableColumn[];
  readonly items: readonly VirtualItem[];
}

/** Names of the columns; a click sorts, a second click turns the order round. */
export function GridHeader({ columns, items }: Props) {
  return (
    <div className={classes.header} role="row" aria-rowindex={1}>
      {items.map(({ index, start, size }) => {
        const column = columns[index];
        return column ? <HeaderCell key={column.id} column={column} index={index} left={start} width={size} /> : null;
      })}
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
        <UnstyledButton className={classes.headerButton} onClick={turn} title={label}>
          <span className={classes.headerName}>{label}</span>
          {isSorted &&
            (sort.descending ? <IconArrowDown size={12} aria-hidden /> : <IconArrowUp size={12} aria-hidden />)}
        </UnstyledButton>
      )}
    </div>
  );
}
