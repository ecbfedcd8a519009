// @ts-check
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import { againstCsv } from "../against-csv.mjs";
import { writtenTable } from "../written-table.mjs";

const ROWS = 100_000;
/** What reading a workbook may take of what the CSV of the same table takes. */
const BAR = 0.6;

/** @type {import("../measure").Measure} */
export const workbook = {
  name: "workbook",
  async run({ root, runs }) {
    const { csv } = await writtenTable(root, ROWS);
    const file = await workbookOf(csv);
    const name = "xlsx 100,000 x 10, processor time against the CSV of the same table";
    return [await againstCsv({ root, runs, name, csv, file, called: "table.xlsx", bar: BAR })];
  },
};

/**
 * The same table as a workbook, made once.
 * @param {string} csv
 */
async function workbookOf(csv) {
  const file = csv.replace(/csv$/, "xlsx");
  if (existsSync(file)) return file;
  const [names, ...rows] = readFileSync(csv, "utf8").trimEnd().split("\n");
  const cellOf = (/** @type {string} */ text) =>
    Number.isNaN(Number(text)) ? (text.endsWith("Z") ? new Date(text) : text) : Number(text);
  const sheet = { name: "Table", rows: [names?.split(",") ?? [], ...rows.map((row) => row.split(",").map(cellOf))] };
  writeFileSync(file, await writeXlsx({ sheets: [sheet] }));
  return file;
}
