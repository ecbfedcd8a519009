// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOfInputs, inputsOf } from "./build-inputs.mjs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "inputs-"));
  mkdirSync(join(root, "src"));
  mkdirSync(join(root, "scripts"));
  write("vite.config.ts", 'import react from "@vitejs/plugin-react";\nimport { one } from "./scripts/one.mjs";');
  write("scripts/one.mjs", 'export { two as one } from "./two.mjs";');
  write("scripts/two.mjs", 'export const two = await import("./three.mjs");');
  write("scripts/three.mjs", 'import "./one.mjs";');
  write("scripts/unused.mjs", "");
  write("src/main.ts", "");
});

afterEach(() => rmSync(root, { recursive: true }));

/** @param {string} name @param {string} content */
function write(name, content) {
  writeFileSync(join(root, name), content);
}

test("what the configuration imports is an input, from file to file; what it does not import is none", () => {
  const names = inputsOf(root).map((file) => relative(root, file));
  expect(names).toEqual(["vite.config.ts", "scripts/one.mjs", "scripts/two.mjs", "scripts/three.mjs", "src/main.ts"]);
});

test.each(["vite.config.ts", "scripts/three.mjs", "src/main.ts", "src/new.ts"])(
  "another %s is another build",
  (name) => {
    const before = hashOfInputs(root);
    expect(hashOfInputs(root)).toBe(before);
    write(name, "// changed");
    expect(hashOfInputs(root)).not.toBe(before);
  },
);

test.each(["scripts/unused.mjs", "src/main.test.ts"])("another %s is the same build", (name) => {
  const before = hashOfInputs(root);
  write(name, "// changed");
  expect(hashOfInputs(root)).toBe(before);
});

test("of this project, every script that its configuration names is an input", () => {
  const project = dirname(dirname(fileURLToPath(import.meta.url)));
  const names = inputsOf(project).map((file) => relative(project, file));
  expect(names).toEqual(
    expect.arrayContaining([
      "scripts/csp.mjs",
      "scripts/detector-cards.mjs",
      "scripts/late-packages.mjs",
      "index.html",
    ]),
  );
});
