// @ts-check
import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { createChance } from "../scripts/samples/chance.mjs";

const ROWS_AT_ONCE = 1000;
const MEASURED = 28;
const WORDS = ["north", "south", "east", "west", "centre"];

/**
 * The path of a table of 31 columns: 28 measurements of five or six decimals, a count, a word and a mark that is 1 in one
 * of a hundred rows. Made once; 1,000,000 rows are about 270 MB.
 * @param {string} root the project's folder
 * @param {number} rows
 */
export async function wideTable(root, rows) {
  const folder = join(root, ".cache", "bench");
  const file = join(folder, `wide-${rows}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const chance = createChance(13);
  const out = createWriteStream(`${file}.part`);
  const names = Array.from({ length: MEASURED }, (_, at) => `x${at}`);
  out.write(`${[...names, "count", "place", "mark"].join(",")}\n`);
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    let text = "";
    for (let row = from; row < Math.min(rows, from + ROWS_AT_ONCE); row++) {
      const measured = names.map((_, at) => chance.normal(0, 1 + at).toFixed(at % 3 === 0 ? 6 : 5));
      const mark = Number(chance.uniform() < 0.01);
      text += `${measured.join(",")},${chance.integer(0, 5000)},${WORDS[chance.integer(0, WORDS.length - 1)]},${mark}\n`;
    }
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  renameSync(`${file}.part`, file);
  return file;
}
