// @ts-check
import "../scripts/require-node.mjs";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

// Whether two versions compute the same: of two folders that `npm run bench:exports` wrote, or of the JSON of two runs of
// `npm run bench -- --only determinism --json FILE`. Ends with 1 where they differ.
const USAGE = `npm run bench:compare -- BEFORE AFTER [--renamed old=new,old=new]
Words of the head of a table, of its reasons and of paths in it that are called otherwise in AFTER.`;

/** So many differences of a file are shown. */
const SHOWN = 3;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { renamed: { type: "string" } } });
const [before, after] = positionals;
if (!before || !after || positionals.length > 2 || !existsSync(before) || !existsSync(after)) {
  console.error(USAGE);
  process.exit(2);
}
const renamed = (values.renamed?.split(",") ?? []).map((pair) => pair.split("="));

const isFolder = statSync(before).isDirectory();
const contentOf = isFolder ? exportsIn : fingerprintsIn;
const [old, now] = [contentOf(before), contentOf(after)];
const differences = [...new Set([...old.keys(), ...now.keys()])]
  .sort()
  .flatMap((name) => differencesOf(name, old.get(name), now.get(name)));
for (const difference of differences) console.log(difference);
const files = isFolder ? "files" : "fingerprints";
console.log(
  `${old.size} ${files} before, ${now.size} after, ${differences.length === 0 ? "all equal" : "different: see above"}`,
);
process.exitCode = differences.length === 0 ? 0 : 1;

/**
 * By sample, place among its detectors, and ending: the words that detectors are called by may change.
 * @param {string} folder
 */
function exportsIn(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
  return new Map(
    files.map((file) => [file.replace(/^(.+\.\d+)-[^.]*\./, "$1."), readFileSync(join(folder, file), "utf8")]),
  );
}

/** @param {string} file */
function fingerprintsIn(file) {
  /** @type {{ rows: import("./measure").Row[] }} */
  const { rows } = JSON.parse(readFileSync(file, "utf8"));
  return new Map(rows.flatMap(({ fingerprints }) => Object.entries(fingerprints ?? {})));
}

/**
 * @param {string} name
 * @param {string | undefined} first
 * @param {string | undefined} second
 * @returns {string[]}
 */
function differencesOf(name, first, second) {
  if (first === undefined) return [`${name}: only after`];
  if (second === undefined) return [`${name}: only before`];
  if (first === second) return [];
  const [left, right] = [withNewWords(first).split("\n"), second.split("\n")];
  const unequal = left.flatMap((line, at) => (line === right[at] ? [] : [at]));
  const longer = right.length - left.length;
  if (unequal.length === 0 && longer === 0) return [];
  if (left.length === 1) return [`${name}: different`];
  return [
    `${name}: ${unequal.length} of ${left.length} lines differ${longer === 0 ? "" : `, ${Math.abs(longer)} ${longer > 0 ? "more" : "fewer"} after`}`,
    ...unequal
      .slice(0, SHOWN)
      .flatMap((at) => [`  line ${at + 1} - ${left[at]}`, `  line ${at + 1} + ${right[at] ?? ""}`]),
  ];
}

/**
 * Whole words alone: "cut=threshold" leaves "executed" as it is.
 * @param {string} text
 */
function withNewWords(text) {
  return renamed.reduce(
    (so, [from = "", to = ""]) => so.replaceAll(new RegExp(`(?<![\\w-])${from}(?![\\w-])`, "g"), to),
    text,
  );
}
