// @ts-check
import { spawnSync } from "node:child_process";

/**
 * The files that work in progress has touched and that still exist: what differs from where the branch left `main`, with
 * what is not committed yet. Where nothing does, those of the last commit.
 * @param {string} root the project's folder
 * @returns {string[] | null} null where git does not know
 */
export function changedFiles(root) {
  const base = git(root, "merge-base", "HEAD", "main") ?? git(root, "rev-parse", "HEAD");
  if (!base) return null;
  const since = (/** @type {string} */ commit) =>
    git(root, "diff", "--name-only", "--relative", "--diff-filter=d", commit) ?? [];
  const added = git(root, "ls-files", "--others", "--exclude-standard") ?? [];
  const changed = [...since(base[0] ?? "HEAD"), ...added];
  return changed.length > 0 ? changed : since("HEAD~1");
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {string[] | null} the lines of the answer; null where there is none
 */
function git(root, ...args) {
  const { status, stdout } = spawnSync("git", ["-c", "core.quotePath=false", ...args], { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.split("\n").filter(Boolean) : null;
}
