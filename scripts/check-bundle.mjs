// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { FIRST_LOAD_KB } from "./first-load-budget.mjs";

// A sentence that minification keeps and only tfjs says.
const TFJS = "Tensor is disposed";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

const files = new Set(["index.html"]);
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) collect(key);

let total = 0;
/** @type {string[]} */
const faults = [];
for (const file of files) {
  const bytes = readFileSync(join(dist, file));
  const kilobytes = gzipSync(bytes).length / 1000;
  total += kilobytes;
  console.log(`${kilobytes.toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(8)} kB  first load, gzip, of at most ${FIRST_LOAD_KB} kB`);
if (total > FIRST_LOAD_KB)
  faults.push("The first load is over its budget: open what is not needed at once by import().");
if (files.size < 2) faults.push("The manifest names no entry.");

const scripts = readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".js"));
const withTfjs = scripts.filter((name) => readFileSync(join(dist, "assets", name), "utf8").includes(TFJS));
if (withTfjs.length === 0) faults.push(`No file says "${TFJS}": this check has lost what it looks for.`);
for (const name of withTfjs) {
  // The worker's own file is not in the manifest; it starts with the page and opens tfjs later, too.
  if (files.has(`assets/${name}`) || name.startsWith("worker-")) faults.push(`assets/${name} holds tfjs.`);
}

for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);

/**
 * The chunk and all that it imports statically: what a browser fetches before the page can start.
 * @param {string} key
 */
function collect(key) {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const other of chunk.imports ?? []) collect(other);
}
