import { useState, type PointerEvent } from "react";
import { useSetWidth } from "./column-layout";
import classes from "./row-table.module.css";
import type { TableColumn } from "./table-columns";

/** The right edge of a column, dragged to make it wider or narrower; by keys it is done on the name of the column. */
export function ColumnEdge({ column }: { readonly column: TableColumn }) {
  const set = useSetWidth(column.keptBy);
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom({ x: event.clientX, width: column.width });
  };
  return (
    <span
      aria-hidden
      className={classes.edge}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => from && set(from.width + event.clientX - from.x)}
      onPointerUp={() => setFrom(null)}
      onPointerCancel={() => setFrom(null)}
    />
  );
}
