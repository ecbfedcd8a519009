// @ts-check
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changedFiles } from "./changed-files.mjs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "changed-"));
});

afterEach(() => rmSync(root, { recursive: true }));

/** @param {string[]} args */
function git(...args) {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...args], { cwd: root, stdio: "ignore" });
}

/** @param {string} name */
function write(name, content = name) {
  writeFileSync(join(root, name), content);
}

/** @param {string} what */
function commit(what) {
  git("add", ".");
  git("commit", "-m", what);
}

function startProject() {
  git("init", "-b", "main");
  write("old.ts");
  write("gone.ts");
  commit("first");
  write("last.ts");
  commit("second");
}

test("on a branch: its commits, what is not committed, and what is new; not what is gone", () => {
  startProject();
  git("checkout", "-b", "work");
  write("committed.ts");
  commit("third");
  write("old.ts", "other");
  mkdirSync(join(root, "a folder"));
  write("a folder/größe.ts");
  rmSync(join(root, "gone.ts"));
  expect(changedFiles(root)?.sort()).toEqual(["a folder/größe.ts", "committed.ts", "old.ts"]);
});

test("on main: what is not committed, or else the last commit", () => {
  startProject();
  expect(changedFiles(root)).toEqual(["last.ts"]);
  write("old.ts", "other");
  expect(changedFiles(root)).toEqual(["old.ts"]);
});

test("git does not know", () => {
  // A project that was downloaded as an archive, perhaps into a folder of another one's.
  writeFileSync(join(root, ".git"), "gitdir: nowhere");
  expect(changedFiles(root)).toBeNull();
});
