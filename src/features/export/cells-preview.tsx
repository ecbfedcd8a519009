import Papa from "papaparse";
import { useMemo } from "react";
import type { CsvFormat } from "../../core/data/csv-format";
import { PreviewGrid } from "../../ui/preview-grid";

interface Props {
  readonly label: string;
  /** The names and some rows as delimited text. */
  readonly text: string;
  readonly format: CsvFormat;
}

/** The cells of a file that is no text: what will stand in it, not how. */
export function CellsPreview({ label, text, format: { separator, quote, escape } }: Props) {
  const { columns, rows, numbers } = useMemo(() => {
    const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
      delimiter: separator,
      quoteChar: quote,
      escapeChar: escape ?? quote,
      newline: "\r\n",
      skipEmptyLines: true,
    });
    const [names = [], ...cells] = data;
    return {
      columns: names.map((name) => ({ name, under: "", numeric: false })),
      rows: cells,
      numbers: cells.map((_, at) => at + 1),
    };
  }, [text, separator, quote, escape]);
  return <PreviewGrid label={label} columns={columns} rows={rows} rowNumbers={numbers} />;
}
