// @ts-check
import { createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { createChance } from "../scripts/samples/chance.mjs";

const ROWS_AT_ONCE = 10_000;
const STRANGE_SHARE = 0.002;
/** Of a wide table. */
const CAUSES = 5;

/**
 * The path of a table of ten numbers a row: three groups of rows, one column that follows another, one with a heavy
 * tail, and one row in 500 strange in two columns. Made once; 1,000,000 rows are about 100 MB.
 * @param {string} root the project's folder
 * @param {number} rows
 */
export async function generatedTable(root, rows) {
  const folder = join(root, ".cache", "bench");
  const file = join(folder, `rows-${rows}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const part = `${file}.part`;
  const out = createWriteStream(part);
  const chance = createChance(7);
  out.write("amount,balance,age,visits,speed,pressure,heat,flow,drift,noise\n");
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    let text = "";
    for (let row = from; row < Math.min(rows, from + ROWS_AT_ONCE); row++) text += `${rowOf(chance).join(",")}\n`;
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  renameSync(part, file);
  return file;
}

/** @param {ReturnType<typeof createChance>} chance */
function rowOf(chance) {
  const group = chance.integer(0, 2);
  const speed = chance.normal(40 + 25 * group, 4);
  const values = [
    chance.logNormal(120, 0.8),
    chance.normal(1500 - 300 * group, 220),
    chance.normal(45, 12),
    chance.logNormal(6, 0.5),
    speed,
    2.5 * speed + chance.normal(0, 6),
    chance.normal(70 + 8 * group, 3),
    chance.normal(0.35 * (group + 1), 0.05),
    chance.uniform(),
    chance.normal(0, 1),
  ];
  if (chance.uniform() < STRANGE_SHARE)
    for (const column of [chance.integer(0, 9), chance.integer(0, 9)]) values[column] = (values[column] ?? 0) * 6 + 5;
  return values.map((value) => value.toPrecision(9));
}

/**
 * The path of a table of so many columns, most of which follow from a few causes. Made once.
 * @param {string} root the project's folder
 * @param {number} rows
 * @param {number} columns
 */
export async function wideTable(root, rows, columns) {
  const folder = join(root, ".cache", "bench");
  const file = join(folder, `wide-${rows}x${columns}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const chance = createChance(13);
  const mix = Array.from({ length: columns * CAUSES }, () => chance.normal(0, 1));
  const lines = [Array.from({ length: columns }, (_, j) => `c${j}`).join(",")];
  for (let row = 0; row < rows; row++) {
    const causes = Array.from({ length: CAUSES }, () => chance.normal(0, 1));
    const value = (/** @type {number} */ j) =>
      causes.reduce((sum, cause, k) => sum + cause * (mix[j * CAUSES + k] ?? 0), chance.normal(0, 0.5));
    lines.push(Array.from({ length: columns }, (_, j) => value(j).toPrecision(7)).join(","));
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}
