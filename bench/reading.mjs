// @ts-check
import "../scripts/require-node.mjs";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/install.mjs";

// What the app reads of every file of a folder, told nothing: names and cells as it understood them, and beside them what
// it says about it. A file that is refused holds "Application Error" as its first line, as the scripts of Pollock want it
// (Vitagliano et al. 2023, github.com/HPI-Information-Systems/Pollock).
const USAGE = "npm run bench:reading -- --in DIR --out DIR [--only part-of-name]";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const text = { type: /** @type {const} */ ("string") };
const { values } = parseArgs({ options: { in: text, out: text, only: text } });
if (!values.in || !values.out) {
  console.error(USAGE);
  process.exit(2);
}
const from = resolve(values.in);
const to = resolve(values.out);
const part = values.only ?? "";

ensureInstalled(root);
// Only now: it needs the packages.
const { withAppCode } = await import("./app-code.mjs");

await withAppCode(root, async (load) => {
  const { readAsToldNothing } = /** @type {typeof import("./reading/read-as-told-nothing")} */ (
    await load("/bench/reading/read-as-told-nothing.ts")
  );
  mkdirSync(to, { recursive: true });
  const names = readdirSync(from).filter((name) => name.includes(part) && statSync(join(from, name)).isFile());
  let refused = 0;
  for (const name of names) {
    const { csv, told } = await readAsToldNothing(name, readFileSync(join(from, name)));
    if (csv === null) refused++;
    writeFileSync(join(to, `${name}_converted.csv`), csv ?? "Application Error\n");
    writeFileSync(join(to, `${name}.told.json`), `${JSON.stringify(told, null, 1)}\n`);
  }
  console.log(`${names.length} files read, ${refused} of them refused: ${to}`);
});
