// @ts-check
import "./require-node.mjs";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const INPUTS = [
  "index.html",
  "src",
  "public",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
  "scripts/csp.mjs",
];

/**
 * Builds into dist/ when it is missing or was built from other sources than those that are there now.
 * @param {string} root the project's folder
 */
export function ensureBuilt(root) {
  const stamp = join(root, "dist", ".stamp");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hashOfInputs(root)) build(root);
}

/**
 * @param {string} root
 */
export function build(root) {
  const hash = hashOfInputs(root);
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) {
    console.error("The build failed.");
    process.exit(1);
  }
  // In dist, so that whatever else empties or rebuilds dist also removes the claim about what is in it.
  writeFileSync(join(root, "dist", ".stamp"), hash);
}

/** @param {string} root */
function hashOfInputs(root) {
  const hash = createHash("sha256");
  for (const file of INPUTS.flatMap((input) => filesOf(join(root, input)))) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
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

const file = fileURLToPath(import.meta.url);
if (process.argv[1] === file) build(dirname(dirname(file)));
