// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** What the build reads besides its own configuration: files, and folders with all that is in them. */
const SOURCES = ["index.html", "src", "public", "tsconfig.json", "package-lock.json"];
const CONFIG = "vite.config.ts";

/**
 * All that the build is made of, as one number: equal when nothing that it reads has changed.
 * @param {string} root the project's folder
 */
export function hashOfInputs(root) {
  const hash = createHash("sha256");
  for (const file of inputsOf(root)) {
    hash.update(relative(root, file)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * The files that the build reads. What the configuration imports is found by reading it, so that a plugin that is
 * added later is not forgotten here.
 * @param {string} root
 * @returns {string[]}
 */
export function inputsOf(root) {
  return [...importedBy(join(root, CONFIG)), ...SOURCES.flatMap((source) => filesOf(join(root, source)))];
}

/**
 * A module and, from file to file, those that it imports by a relative path.
 * @param {string} entry
 * @returns {Set<string>}
 */
function importedBy(entry) {
  const found = new Set(existsSync(entry) ? [entry] : []);
  // A set that grows while it is walked is walked to its new end.
  for (const file of found)
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(
      /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g,
    ))
      found.add(join(dirname(file), path));
  return found;
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
