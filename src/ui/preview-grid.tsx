import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { formatCount } from "./format";
import { lettersOf } from "./letters";
import classes from "./preview-grid.module.css";
import { useListWindow } from "./use-list-window";
import { useWords } from "./use-words";

export interface PreviewColumn {
  readonly name: string;
  /** A second, quieter line under the name. */
  readonly under: string;
  readonly numeric: boolean;
}

interface Props {
  /** What the table shows, for those who cannot see it. */
  readonly label: string;
  readonly columns: readonly PreviewColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The number that stands before each row, as a person counts. */
  readonly rowNumbers: readonly number[];
  /** Drawn instead of an empty cell. */
  readonly emptyCell?: ReactNode;
}

const LETTER_PX = 7.6;
const PADDING_PX = 22;
const MIN_COLUMN_PX = 72;
const MAX_COLUMN_PX = 240;
const ROW_NUMBER_PX = 56;

/** A few rows of a table that may have thousands of columns: only the columns in view are drawn. */
export function PreviewGrid({ label, columns, rows, rowNumbers, emptyCell }: Props) {
  const { t, i18n } = useWords("ui");
  const scroller = useRef<HTMLDivElement>(null);
  const widths = useMemo(() => columns.map((column, at) => widthOf(column, at, rows)), [columns, rows]);
  const strip = useListWindow({
    count: columns.length,
    scroller,
    sizeOf: (index) => widths[index] ?? MIN_COLUMN_PX,
    horizontal: true,
    before: ROW_NUMBER_PX,
  });
  useEffect(() => strip.measure(), [strip, widths]);
  const visible = strip.getVirtualItems();
  const width = strip.getTotalSize();

  return (
    // A scrolling region must be reachable by keyboard.
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="group" aria-label={label}>
      <div
        role="table"
        aria-label={label}
        aria-colcount={columns.length + 1}
        aria-rowcount={rows.length + 1}
        style={{ width }}
      >
        <div role="row" className={classes.headRow} aria-rowindex={1}>
          <div role="columnheader" aria-colindex={1} className={classes.corner} style={{ width: ROW_NUMBER_PX }}>
            {t("grid.row")}
          </div>
          {visible.map(({ index, start, size }) => {
            const column = columns[index];
            return (
              column && (
                <div
                  key={index}
                  role="columnheader"
                  aria-colindex={index + 2}
                  className={classes.head}
                  style={{ left: start, width: size }}
                  title={column.name}
                  data-numeric={column.numeric || undefined}
                >
                  <span className={classes.name}>{column.name}</span>
                  {column.under !== "" && <span className={classes.under}> {column.under}</span>}
                </div>
              )
            );
          })}
        </div>
        {rows.map((row, at) => (
          <div key={at} role="row" aria-rowindex={at + 2} className={classes.row}>
            <div role="rowheader" aria-colindex={1} className={classes.number} style={{ width: ROW_NUMBER_PX }}>
              {formatCount(rowNumbers[at] ?? at + 1, i18n.language)}
            </div>
            {visible.map(({ index, start, size }) => (
              <div
                key={index}
                role="cell"
                aria-colindex={index + 2}
                className={classes.cell}
                style={{ left: start, width: size }}
                title={row[index]}
                data-numeric={columns[index]?.numeric || undefined}
              >
                {row[index] || <span className={classes.empty}>{emptyCell}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function widthOf(column: PreviewColumn, at: number, rows: readonly (readonly string[])[]): number {
  let letters = Math.max(lettersOf(column.name), lettersOf(column.under));
  for (const row of rows) letters = Math.max(letters, lettersOf(row[at] ?? ""));
  return Math.min(MAX_COLUMN_PX, Math.max(MIN_COLUMN_PX, Math.ceil(letters * LETTER_PX) + PADDING_PX));
}
