// @ts-check
import { createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { createChance } from "../scripts/samples/chance.mjs";

const ROWS_AT_ONCE = 10_000;
const ROWS_PER_GROUP = 250_000;
const WORDS = ["north", "south", "east", "west", "centre"];
const START = Date.UTC(2024, 0, 1);

/**
 * One table of seven numbers, a count, a word and a time in a row, as CSV and as Parquet: the paths of the files. Made once.
 * @param {string} root the project's folder
 * @param {number} rows
 */
export async function writtenTable(root, rows) {
  const folder = join(root, ".cache", "bench");
  const [csv, parquet] = [join(folder, `written-${rows}.csv`), join(folder, `written-${rows}.parquet`)];
  if (existsSync(csv) && existsSync(parquet)) return { csv, parquet };
  mkdirSync(folder, { recursive: true });
  const chance = createChance(11);
  const numbers = Array.from({ length: 7 }, (_, column) =>
    Float64Array.from({ length: rows }, () => chance.normal(10 * column, 1 + column)),
  );
  const counts = Int32Array.from({ length: rows }, () => chance.integer(0, 5000));
  const words = Array.from({ length: rows }, () => WORDS[chance.integer(0, WORDS.length - 1)] ?? "");
  const times = Array.from({ length: rows }, (_, row) => new Date(START + 1000 * row));
  const bytes = parquetWriteBuffer({
    columnData: [
      ...numbers.map((data, at) => ({ name: `x${at}`, data })),
      { name: "count", data: counts },
      { name: "place", data: words, type: "STRING" },
      { name: "time", data: times, type: "TIMESTAMP" },
    ],
    rowGroupSize: ROWS_PER_GROUP,
  });
  writeFileSync(parquet, new Uint8Array(bytes));

  const out = createWriteStream(`${csv}.part`);
  out.write(`${numbers.map((_, at) => `x${at}`).join(",")},count,place,time\n`);
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    let text = "";
    for (let row = from; row < Math.min(rows, from + ROWS_AT_ONCE); row++)
      text += `${numbers.map((column) => column[row]).join(",")},${counts[row]},${words[row]},${times[row]?.toISOString()}\n`;
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  renameSync(`${csv}.part`, csv);
  return { csv, parquet };
}
