import type { SchemaElement } from "hyparquet";
import type { Column, TimeColumn } from "../../core/data/column";
import { msAhead } from "../../core/data/time-zone";
import type { AddedColumn } from "./file-writer";

type Value = number | bigint | string | null;
type Written = (() => string) | null;

/** A column of a Parquet file on its way: values of the rows since the last row group. */
export interface ParquetField {
  /** `written`: the cell as it stands in the source, where it has text. */
  add(row: number, written: Written): void;
  take(): Value[];
  /** What the schema says of it. */
  readonly type: Omit<SchemaElement, "name">;
}

const TEXT_FIELD: Omit<SchemaElement, "name"> = {
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  logical_type: { type: "STRING" },
};
/** Whole numbers beyond these take 64 bits, as floating-point numbers do. */
const [MIN_INT32, MAX_INT32] = [-(2 ** 31), 2 ** 31 - 1];

/** The field of a column of the source. */
export function sourceField(column: Column): ParquetField {
  switch (column.kind) {
    case "number": {
      const type = column.values.every((value) => Number.isNaN(value) || isInt32(value)) ? "INT32" : "DOUBLE";
      return field({ type }, (row) => present(column.values[row]));
    }
    case "time":
      return timeField(column);
    case "category":
      return field(
        TEXT_FIELD,
        (row, written) => (written ? written() : column.levels[column.codes[row] ?? -1]) || null,
      );
    case "text":
      return field(TEXT_FIELD, (row, written) => (written ? written() : column.values[row]) || null);
    default:
      return column satisfies never;
  }
}

/** The fields of what an export adds. */
export function addedFields(added: readonly AddedColumn[]): readonly ParquetField[] {
  return added.map(({ kind, cell }) => {
    if (kind === "text") return field(TEXT_FIELD, (row) => cell(row));
    return field({ type: kind === "whole" ? "INT32" : "DOUBLE" }, (row) => cell(row));
  });
}

/** Moments where the times tell a zone; times without one stay so, and whoever reads them does not move them to another. */
function timeField({ values, zone }: TimeColumn): ParquetField {
  const ahead = msAhead(zone);
  const type: ParquetField["type"] = {
    type: "INT64",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: zone !== "none", unit: "MICROS" },
  };
  return field(type, (row) => {
    const time = values[row] ?? Number.NaN;
    return Number.isNaN(time) ? null : BigInt(Math.round((time - ahead) * 1000));
  });
}

function field(type: Omit<SchemaElement, "name">, valueOf: (row: number, written: Written) => Value): ParquetField {
  let values: Value[] = [];
  return {
    type,
    add: (row, written) => void values.push(valueOf(row, written)),
    take() {
      const taken = values;
      values = [];
      return taken;
    },
  };
}

function present(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= MIN_INT32 && value <= MAX_INT32;
}
