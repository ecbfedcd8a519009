// @ts-check
import { againstCsv } from "../against-csv.mjs";
import { writtenTable } from "../written-table.mjs";

const ROWS = 1_000_000;
/** What reading Parquet may take of what the CSV of the same table takes. */
const BAR = 0.5;

/** @type {import("../measure").Measure} */
export const parquet = {
  name: "parquet",
  async run({ root, runs }) {
    const { csv, parquet: file } = await writtenTable(root, ROWS);
    const name = "Parquet 1,000,000 x 10, processor time against the CSV of the same table";
    return [await againstCsv({ root, runs, name, csv, file, called: "table.parquet", bar: BAR })];
  },
};
