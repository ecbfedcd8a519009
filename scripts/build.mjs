// @ts-check
import "./require-node.mjs";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOfInputs } from "./build-inputs.mjs";

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

const file = fileURLToPath(import.meta.url);
if (process.argv[1] === file) build(dirname(dirname(file)));
