import type { CellSettings } from "../cells/cell-source";

/** Which table of a workbook is read. */
export interface XlsxSettings extends CellSettings {
  readonly sheet: string;
  /** The row of the sheet that holds the names of the columns, from 1; 0: none does. */
  readonly headerRow: number;
}
