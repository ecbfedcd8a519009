// @ts-check
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MESSAGES = join(ROOT, "src/messages/en");

/** The file that is written: the core may not read the catalogue, and yet has to know which notes there are. */
export const NOTE_CODES = join(ROOT, "src/core/data/note-code.ts");

/**
 * What NOTE_CODES should hold: a type of all codes of the catalogue of notes, and of the failures under `failures.`.
 * @returns {Promise<string>}
 */
export async function noteCodesOf() {
  const notes = readdirSync(join(MESSAGES, "notes")).sort();
  const codes = [
    ...notes.flatMap((file) => pathsOf(readCatalogue(join("notes", file)))),
    ...pathsOf(readCatalogue("failures.json")).map((path) => `failures.${path}`),
  ];
  /** @type {Map<string, Set<string>>} */
  const byStart = new Map();
  for (const code of codes) {
    const cut = code.lastIndexOf(".");
    const [start, end] = splitOf(code, cut);
    byStart.set(start, (byStart.get(start) ?? new Set()).add(end));
  }
  const lines = [...byStart].map(([start, ends]) => {
    const [first, ...others] = [...ends];
    if (others.length === 0) return `  | "${start}.${first}"`;
    return `  | \`${start}.\${${[...ends].map((end) => `"${end}"`).join(" | ")}}\``;
  });
  const text = [
    "// Written by scripts/note-codes.mjs from the catalogue (src/messages/en/notes, failures.json); not to be edited.",
    "",
    "/** Every sentence that the core can say: the codes of the catalogue, without the plurals. */",
    "// prettier-ignore",
    `export type NoteCode =\n${lines.join("\n")};`,
    "",
  ].join("\n");
  return format(text, { parser: "typescript", printWidth: 120 });
}

/**
 * The name before a code's last dot and the one after it; a number with a point is one name.
 * @param {string} code
 * @param {number} dot
 */
function splitOf(code, dot) {
  const at = /\d$/.test(code.slice(0, dot)) && /^\d/.test(code.slice(dot + 1)) ? code.lastIndexOf(".", dot - 1) : dot;
  return /** @type {const} */ ([code.slice(0, at), code.slice(at + 1)]);
}

/**
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
function readCatalogue(file) {
  return JSON.parse(readFileSync(join(MESSAGES, file), "utf8"));
}

/**
 * Where the messages stand in a catalogue; the plurals of one message are one path.
 * @param {Record<string, unknown>} catalogue
 * @returns {string[]}
 */
function pathsOf(catalogue) {
  const paths = Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === "string"
      ? [name.replace(/_(one|other)$/, "")]
      : pathsOf(/** @type {Record<string, unknown>} */ (value)).map((path) => `${name}.${path}`),
  );
  return [...new Set(paths)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(NOTE_CODES, await noteCodesOf());
