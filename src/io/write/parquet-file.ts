import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { columnNamesOf } from "../../core/data/column-names";
import type { FileFormat, FileWriter, RowsToWrite, TableToWrite } from "./file-writer";
import { addedFields, sourceField, type ParquetField } from "./parquet-field";

/** Cells that are packed at once: some tenth of a second. */
const CELLS_PER_GROUP = 500_000;
const MIN_ROWS_PER_GROUP = 1000;

/** A Parquet file, packed by snappy: numbers as numbers, times as times, words as words; row group by row group. */
export const parquetFile: FileFormat = {
  mediaType: "application/vnd.apache.parquet",
  begin: (table) => new ParquetRows(table),
};

class ParquetRows implements FileWriter {
  /** No program runs what stands in it. */
  readonly guarded = 0;
  private readonly fields: readonly ParquetField[];
  private readonly names: readonly string[];
  private readonly bytes = new ByteWriter();
  private readonly file: ParquetWriter;
  private readonly rowsPerGroup: number;
  /** Columns of the source: they alone have cells in it. */
  private readonly width: number;
  private rows = 0;

  constructor({ columns, added }: TableToWrite) {
    this.width = columns.length;
    this.fields = [...columns.map(({ column }) => sourceField(column)), ...addedFields(added)];
    // Names have to differ: a source may have a column "score" of its own.
    this.names = columnNamesOf([...columns, ...added].map(({ name }) => name)).names;
    const schema = this.fields.map(({ type }, at): SchemaElement => {
      return { name: this.names[at] ?? "", repetition_type: "OPTIONAL", ...type };
    });
    this.file = new ParquetWriter({
      writer: this.bytes,
      schema: [{ name: "root", num_children: schema.length }, ...schema],
      createdBy: "Anomaly Explorer",
    });
    this.rowsPerGroup = Math.max(MIN_ROWS_PER_GROUP, Math.floor(CELLS_PER_GROUP / Math.max(1, this.fields.length)));
  }

  async add({ rows, cell }: RowsToWrite): Promise<readonly Blob[]> {
    const parts: Blob[] = [];
    for (const [at, row] of rows.entries()) {
      this.fields.forEach((field, column) => {
        field.add(row, cell && column < this.width ? () => cell(at, column) : null);
      });
      if (++this.rows === this.rowsPerGroup) parts.push(await this.group());
    }
    return parts;
  }

  async finish(): Promise<readonly Blob[]> {
    const parts = this.rows > 0 ? [await this.group()] : [];
    await this.file.finish();
    return [...parts, this.taken()];
  }

  private async group(): Promise<Blob> {
    const columnData = this.fields.map((field, at) => ({ name: this.names[at] ?? "", data: field.take() }));
    await this.file.write({ columnData, rowGroupSize: this.rows });
    this.rows = 0;
    return this.taken();
  }

  /** The bytes since the last time; where they stand in the file goes on being counted. */
  private taken(): Blob {
    const part = new Blob([this.bytes.getBuffer()]);
    this.bytes.index = 0;
    return part;
  }
}
