// @ts-check
import "../scripts/require-node.mjs";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/install.mjs";

// How right the findings are on made-up files, kind by kind, and how many false ones there are where nothing was planted;
// or, with --dir, what is found in the files of a folder. The real engine, without a page.
const USAGE = "npm run bench:findings -- [--seeds 6] [--from 1] [--kind REGEX] [--out FILE.json] | --dir DIR";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const text = { type: /** @type {const} */ ("string") };
const { values } = parseArgs({ options: { seeds: text, from: text, kind: text, dir: text, out: text } });
const [seeds, first] = [Number(values.seeds ?? 6), Number(values.from ?? 1)];
if (!(seeds > 0) || !Number.isInteger(first)) {
  console.error(USAGE);
  process.exit(2);
}

ensureInstalled(root);
// Only now: it needs the packages.
const { withAppCode } = await import("./app-code.mjs");

/** @typedef {typeof import("./findings/measure-findings")} Measuring */
/** @typedef {Awaited<ReturnType<Measuring["measureKind"]>>} MeasuredKind */

const catalogue = Object.assign(
  {},
  ...readdirSync(join(root, "src/messages/en/notes")).map((file) =>
    JSON.parse(readFileSync(join(root, "src/messages/en/notes", file), "utf8")),
  ),
);

/**
 * A note as a sentence.
 * @param {{ readonly code: string; readonly values?: Readonly<Record<string, string | number | readonly string[]>> | undefined }} note
 */
function sentenceOf({ code, values: filled = {} }) {
  const [start = "", ...rest] = code.split(".");
  const words = catalogue[start]?.[rest.join(".")] ?? catalogue[start]?.[`${rest.join(".")}_other`] ?? code;
  return String(words).replace(/\{\{(\w+)[^}]*\}\}/g, (_, name) => String(filled[name] ?? ""));
}

await withAppCode(root, async (load) => {
  const measuring = /** @type {Measuring} */ (await load("/bench/findings/measure-findings.ts"));
  const made = values.dir ? await overFolder(measuring, resolve(values.dir)) : await overKinds(measuring);
  if (values.out) writeFileSync(values.out, `${JSON.stringify(made, null, 1)}\n`);
});

/** @param {Measuring} measuring */
async function overKinds({ kindNames, measureKind }) {
  const wanted = new RegExp(values.kind ?? "");
  /** @type {MeasuredKind[]} */
  const all = [];
  for (const name of kindNames().filter((one) => wanted.test(one))) {
    /** @type {MeasuredKind[]} */
    const own = [];
    for (let seed = first; seed < first + seeds; seed++) own.push(await measureKind(name, seed));
    all.push(...own);
    const right = own.filter(({ verdict }) => verdict === "right").length;
    const seconds = Math.max(...own.map((one) => one.seconds)).toFixed(2);
    console.log(`${String(right).padStart(3)} of ${own.length}  ${name}  (${own[0]?.readAs}, at most ${seconds} s)`);
    for (const one of own.filter(({ verdict }) => verdict !== "right")) {
      console.log(`       ${one.seed}: ${one.verdict}; ${one.found} of ${one.rows}, planted ${one.planted || "nothing"}, found ${one.foundRows.join(" ")}`); // prettier-ignore
      for (const note of [...one.first, ...one.dropped]) console.log(`           ${sentenceOf(note)}`);
    }
  }
  const strange = all.filter(({ isOrdinary }) => !isOrdinary);
  const ordinary = all.filter(({ isOrdinary }) => isOrdinary);
  /** @param {readonly MeasuredKind[]} files */
  const rightIn = (files) => files.filter(({ verdict }) => verdict === "right").length;
  /** @param {(one: MeasuredKind) => number} count */
  const mean = (count) => ordinary.reduce((sum, one) => sum + count(one), 0) / Math.max(1, ordinary.length);
  console.log(`\nsomething planted: right in ${rightIn(strange)} of ${strange.length}`);
  console.log(`nothing planted: right in ${rightIn(ordinary)} of ${ordinary.length}`);
  console.log(`  findings a file at .2: ${mean((one) => one.things.atFifth).toFixed(3)}; at 2: ${mean((one) => one.things.atTwo).toFixed(3)}`); // prettier-ignore
  return all;
}

/**
 * @param {Measuring} measuring
 * @param {string} folder
 */
async function overFolder({ measureFile }, folder) {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  const all = [];
  for (const name of names) {
    const measured = await measureFile(readFileSync(join(folder, name)));
    all.push({ name, measured });
    if (typeof measured === "string") console.log(`        ${name}: ${measured}`);
    else {
      const percent = ((100 * measured.found) / Math.max(1, measured.rows)).toFixed(2).padStart(6);
      console.log(`${percent} %  ${measured.found} of ${measured.rows}  ${name}  (${measured.readAs}, ${measured.seconds.toFixed(2)} s)`); // prettier-ignore
      for (const note of [...measured.first, ...measured.dropped]) console.log(`           ${sentenceOf(note)}`);
    }
  }
  const opened = all.flatMap(({ measured }) => (typeof measured === "string" ? [] : [measured]));
  const calm = opened.filter(({ found, rows }) => found <= 0.01 * rows).length;
  console.log(`\n${calm} of ${opened.length} files have at most 1 % of their rows as findings.`);
  return all;
}
