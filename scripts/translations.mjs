// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { glossaryFaults } from "./translation-rules.mjs";

const MESSAGES = join(dirname(dirname(fileURLToPath(import.meta.url))), "src/messages");

/** The language that every other one follows. */
const SOURCE = "en";

/** Of what a language says of itself (language.json) nothing is a translation. */
const OF_ITSELF = "language.json";

/**
 * What reads the same in every language: names, formats, formulas, units, and what is only put together.
 * @type {ReadonlySet<string>}
 */
const SAME = new Set([
  ...[
    "Anomaly Explorer",
    "CSV",
    "Excel",
    "Parquet",
    "UTF-8",
    "Ctrl C",
    "Softmax",
    "softmax",
    "ReLU",
    "Sigmoid",
    "Tanh",
  ],
  ...["IQR", "MAD", "PR", "ROC", "MCC", "AP", "F-beta", "Lift@{{k}}", "· VUS-ROC {{roc}} · VUS-PR {{pr}}"],
  ...["RNN", "GRU", "LSTM", "ROC-AUC", "PaDiM", "PatchCore", "SHA-256", "tanh", "sigmoid"],
]);

/** What a person may type: written as a file is, not as a sentence. */
const IS_DATA = new Set(["load.json:paste.example"]);

/** The languages that there are besides English. */
export const translations = readdirSync(MESSAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== SOURCE)
  .map(({ name }) => name);

/**
 * What is wrong with the messages of a language, one line each.
 * @param {string} language
 * @returns {string[]}
 */
export function faultsOf(language) {
  const theirs = messagesOf(language);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  /** @type {string[]} */
  const faults = [];
  const known = new Set();
  for (const [key, english] of messagesOf(SOURCE)) {
    const { name, plural } = splitOf(key);
    // A language has its own plurals: each of its forms is wanted once, whichever of ours it follows.
    const wanted = plural === "other" ? forms.map((form) => `${name}_${form}`) : plural ? [] : [key];
    if (plural === "zero") known.add(key);
    for (const one of wanted) {
      known.add(one);
      const text = theirs.get(one);
      if (text === undefined) faults.push(`${one} is missing: ${english}`);
      else faults.push(...faultsIn(one, text, english, language));
    }
  }
  for (const key of theirs.keys()) if (!known.has(key)) faults.push(`${key} is not in English`);
  return faults;
}

/**
 * @param {string} key
 * @param {string} text
 * @param {string} english
 * @param {string} language
 */
function faultsIn(key, text, english, language) {
  const faults = [];
  const [ours, theirs] = [placeholdersOf(english), placeholdersOf(text)];
  // A language may say a number once where English says it as a figure and to choose its plural.
  if (ours.join() !== theirs.join())
    faults.push(`${key} has the placeholders ${theirs.join()}, English has ${ours.join()}`);
  const words = english.replaceAll(/\{\{.*?\}\}/g, "");
  // Papers are called by their own names.
  const isSame = SAME.has(english) || key.endsWith(".reference");
  if (text === english && /\p{L}{2}/u.test(words) && !isSame) faults.push(`${key} is English: ${text}`);
  if (!IS_DATA.has(key)) faults.push(...glossaryFaults(language, text).map((fault) => `${key} ${fault}: ${text}`));
  return faults;
}

/** @param {string} text */
function placeholdersOf(text) {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
}

/**
 * The name of a message and which plural of it a key is.
 * @param {string} key
 */
function splitOf(key) {
  const found = /^(.*)_(zero|one|two|few|many|other)$/.exec(key);
  return { name: found?.[1] ?? key, plural: found?.[2] ?? null };
}

/**
 * All messages of a language by file and path.
 * @param {string} language
 * @returns {Map<string, string>}
 */
function messagesOf(language) {
  const folder = join(MESSAGES, language);
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".json") || (entry.name === OF_ITSELF && entry.parentPath === folder))
      continue;
    const path = join(entry.parentPath, entry.name);
    take(JSON.parse(readFileSync(path, "utf8")), `${relative(folder, path)}:`);
  }
  return found;

  /**
   * @param {Record<string, unknown>} part
   * @param {string} before
   */
  function take(part, before) {
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === "string") found.set(`${before}${name}`, value);
      else take(/** @type {Record<string, unknown>} */ (value), `${before}${name}.`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const language of translations) for (const fault of faultsOf(language)) console.log(`${language} ${fault}`);
