// @ts-check
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MESSAGES = join(ROOT, "src/messages");

/** The file that is written: the core may not read the catalogues, and yet has to know an export when it is opened again. */
export const EXPORTED_NAMES = join(ROOT, "src/core/data/exported-names.ts");

/** The columns that an export adds, in its order. */
const COLUMNS = [
  ...["sourceRow", "score", "percentile", "score100", "flagged"],
  ...["stability", "mark", "note", "tags", "reasons"],
];

/**
 * What EXPORTED_NAMES should hold: the names of the columns that an export adds, in every language that has them.
 * @returns {Promise<string>}
 */
export async function exportedNames() {
  const names = readdirSync(MESSAGES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(MESSAGES, entry.name, "export.json")))
    .map(({ name }) => name)
    .sort()
    .map((language) => {
      const words = JSON.parse(readFileSync(join(MESSAGES, language, "export.json"), "utf8"));
      const [before, behind] = words.told["flagged-by"].split("{{detector}}");
      return { columns: COLUMNS.map((column) => words.column[column].name), flaggedBy: [before, behind] };
    });
  const text = [
    "// Written by scripts/exported-names.mjs from the catalogues (src/messages/*/export.json); not to be edited.",
    "",
    "/** What an export adds behind the columns of a file, in one language. */",
    "export interface NamesInExport {",
    "  /** In the order of an export. */",
    "  readonly columns: readonly string[];",
    "  /** What stands before and behind the name of another detector. */",
    "  readonly flaggedBy: readonly [string, string];",
    "}",
    "",
    "/** By language, in the order of their folders. */",
    `export const NAMES_IN_EXPORTS: readonly NamesInExport[] = ${JSON.stringify(names)};`,
    "",
  ].join("\n");
  return format(text, { parser: "typescript", printWidth: 120 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(EXPORTED_NAMES, await exportedNames());
