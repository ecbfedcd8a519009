// @ts-check
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs `npm ci` when the packages are missing or are not those of the lock file; otherwise only reads two small files.
 * @param {string} root the project's folder
 */
export function ensureInstalled(root) {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const stamp = join(root, "node_modules", ".stamp");
  const hash = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  if (!holdsPackagesOf(root, lock)) {
    console.log("Installing packages (once, and again only when package-lock.json changes).");
    npmCi(root);
  }
  writeFileSync(stamp, hash);
}

/**
 * Whether what npm last installed is what the lock asks for, so that a person's own `npm ci` counts.
 * Packages of other platforms are optional in the lock and absent here.
 * @param {string} root
 * @param {string} lock
 */
function holdsPackagesOf(root, lock) {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional }]) =>
      path === "" || (have[path] ? have[path].version === version : optional && !existsSync(join(root, path))),
  );
}

/** @param {string} root */
function npmCi(root) {
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm tells where it lives when it runs us; by name it is a .cmd file on Windows, which only a shell can run.
  const own = process.env.npm_execpath;
  const options = /** @type {const} */ ({ cwd: root, stdio: "inherit" });
  const { status } = own?.endsWith("npm-cli.js")
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (status === 0) return;
  console.error("The packages could not be installed: npm says why above. Is the package registry within reach?");
  process.exit(1);
}
