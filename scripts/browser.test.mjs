import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installedBrowser } from "./browser.mjs";

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "browser-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function program(name) {
  const path = join(folder, name);
  writeFileSync(path, "");
  chmodSync(path, 0o755);
  return path;
}

test("a named browser wins over one on the path", () => {
  program("chromium");
  const named = program("my-browser");
  expect(installedBrowser({ PATH: folder, CHROMIUM: named })).toBe(named);
  expect(installedBrowser({ PATH: folder, CHROME_PATH: named })).toBe(named);
});

test("a named browser that is not there is an error, not another browser", () => {
  program("chromium");
  expect(() => installedBrowser({ PATH: folder, CHROMIUM: join(folder, "gone") })).toThrow(/gone/);
});

test("Chromium is preferred to Chrome on the path", () => {
  program("google-chrome");
  const chromium = program("chromium");
  expect(installedBrowser({ PATH: folder })).toBe(chromium);
});
