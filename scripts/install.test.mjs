import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ensureInstalled } from "./install.mjs";

const LOCK = {
  packages: {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/a-for-another-platform": { version: "1.0.0", optional: true },
  },
};
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "install-"));
  write("package-lock.json", LOCK);
  write("package.json", { type: "commonjs" });
  // Stands in for npm: leaves a mark where it was asked to install.
  writeFileSync(
    join(root, "npm-cli.js"),
    'require("node:fs").mkdirSync("node_modules/marked-by-npm", { recursive: true });',
  );
  vi.stubEnv("npm_execpath", join(root, "npm-cli.js"));
  vi.spyOn(console, "log").mockReturnValue(undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

function write(name, content) {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(join(root, name), JSON.stringify(content));
}

/** Whether npm was asked since the last time. */
function wasAsked() {
  const mark = join(root, "node_modules/marked-by-npm");
  const asked = existsSync(mark);
  rmSync(mark, { recursive: true, force: true });
  return asked;
}

test("installs once, and again when the lock changes", () => {
  ensureInstalled(root);
  expect(wasAsked()).toBe(true);
  ensureInstalled(root);
  expect(wasAsked()).toBe(false);
  write("package-lock.json", { packages: { ...LOCK.packages, "node_modules/b": { version: "2.0.0" } } });
  ensureInstalled(root);
  expect(wasAsked()).toBe(true);
});

test("takes what a person installed by hand", () => {
  write("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: "1.0.0" } } });
  ensureInstalled(root);
  expect(wasAsked()).toBe(false);
});

test("another version or a missing package is not what the lock asks for", () => {
  write("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: "1.0.1" } } });
  ensureInstalled(root);
  expect(wasAsked()).toBe(true);
});
