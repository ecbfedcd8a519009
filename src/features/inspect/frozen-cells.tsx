import type { ReactNode } from "react";
import classes from "./row-table.module.css";
import { FROZEN_COLUMNS, type TableColumn } from "./table-columns";

/** A column in view: its place in the table, and where it lies. */
export interface ColumnItem {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

/** The columns in view, and those that never leave it. */
export function withFrozen(items: readonly ColumnItem[], columns: readonly TableColumn[]): readonly ColumnItem[] {
  let start = 0;
  const frozen = columns.slice(0, FROZEN_COLUMNS).map(({ width }, index) => {
    const item = { index, start, size: width };
    start += width;
    return item;
  });
  return [...frozen, ...items.filter(({ index }) => index >= FROZEN_COLUMNS)];
}

interface Props {
  readonly items: readonly ColumnItem[];
  readonly cell: (item: ColumnItem) => ReactNode;
}

/** The cells of a line: the first ones stay where they are while the others are scrolled below them. */
export function Cells({ items, cell }: Props) {
  const frozen = items.slice(0, FROZEN_COLUMNS);
  const width = frozen.reduce((sum, { size }) => sum + size, 0);
  return (
    <>
      <div role="presentation" className={classes.frozen} style={{ width }}>
        {frozen.map(cell)}
      </div>
      {items.slice(FROZEN_COLUMNS).map(cell)}
    </>
  );
}
