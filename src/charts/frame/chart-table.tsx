import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./chart-frame.module.css";

/** The numbers of a chart as text, ready to stand in a table. */
export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are when `rows` holds only the first of them. */
  readonly of?: number;
}

/** A chart's numbers as a real table; it scrolls by keyboard too. */
export function ChartTable({ title, data }: { readonly title: string; readonly data: TableData }) {
  const { t, i18n } = useWords("charts");
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
      <table className={classes.table}>
        <caption className={classes.hidden}>{title}</caption>
        <thead>
          <tr>
            {data.columns.map((column, at) => (
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {data.of !== undefined && data.of > data.rows.length && (
        <p className={classes.more}>
          {t("table.first", {
            shown: formatCount(data.rows.length, i18n.language),
            all: formatCount(data.of, i18n.language),
          })}
        </p>
      )}
    </div>
  );
}
