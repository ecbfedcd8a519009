import { XLSX_MAX_ROWS_PER_SHEET, writeXlsxStream } from "hucre/xlsx";
import { Failure } from "../../core/data/failure";
import type { FileFormat, FileWriter, RowsToWrite, TableToWrite } from "./file-writer";
import { RowFeed } from "./row-feed";
import { textOf, timeFormatOf, type ValueOf, type XlsxValue, xlsxValueOf } from "./xlsx-cell";
import { EXCEL_LIMITS } from "../../core/data/excel-limits";

/**
 * A workbook of Excel, streamed: packed bytes go out as rows come in. Rows that one sheet cannot hold go on in a second one.
 *
 * @throws Failure `too-many-columns`
 */
export const xlsxFile: FileFormat = {
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  begin: (table) => new XlsxWriter(table),
};

class XlsxWriter implements FileWriter {
  /** A cell of words is never run: nothing has to be changed. */
  readonly guarded = 0;
  private readonly feed = new RowFeed<XlsxValue[]>();
  private readonly values: readonly ValueOf[];
  private readonly written: Promise<void>;
  private parts: Blob[] = [];

  constructor(private readonly table: TableToWrite) {
    const { columns, added, numbers } = table;
    const width = columns.length + added.length;
    if (width > EXCEL_LIMITS.columns)
      throw new Failure({ code: "too-many-columns", values: { columns: width, limit: EXCEL_LIMITS.columns } });
    this.values = columns.map((one) => xlsxValueOf(one, numbers));
    const names = [...columns, ...added].map(({ name }) => textOf(name) ?? "");
    const formats = columns.map(({ column }) => (column.kind === "time" ? timeFormatOf(column.values) : null));
    const stream = writeXlsxStream(this.feed, {
      name: "Sheet1",
      columns: names.map((header, at) => ({ header, ...(formats[at] && { numFmt: formats[at] }) })),
      freezePane: { rows: 1 },
      maxRowsPerSheet: XLSX_MAX_ROWS_PER_SHEET,
    });
    this.written = this.drain(stream.getReader());
    // Whoever adds rows or finishes hears of it.
    this.written.catch(() => undefined);
  }

  async add({ rows, cell }: RowsToWrite): Promise<readonly Blob[]> {
    const { added } = this.table;
    const lines = Array.from(rows, (row, at) => [
      ...this.values.map((valueOf, column) => valueOf(row, cell && cell(at, column))),
      ...added.map((one) => valueOfAdded(one.cell(row))),
    ]);
    await Promise.race([this.feed.put(lines), this.failed()]);
    return this.done();
  }

  async finish(): Promise<readonly Blob[]> {
    this.feed.close();
    await this.written;
    return this.done();
  }

  private async drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      this.parts.push(new Blob([Uint8Array.from(next.value)]));
  }

  /** Never done, but rejects where the writing does: no row would be taken any more. */
  private failed(): Promise<never> {
    return new Promise((_, reject) => void this.written.catch(reject));
  }

  private done(): readonly Blob[] {
    const { parts } = this;
    this.parts = [];
    return parts;
  }
}

function valueOfAdded(value: string | number | null): XlsxValue {
  return typeof value === "string" ? textOf(value) : value;
}
