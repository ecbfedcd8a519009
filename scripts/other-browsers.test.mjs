import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installedFirefox, installedWebKit } from "./other-browsers.mjs";

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "browsers-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function program(...path) {
  const file = join(folder, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  return file;
}

test("a Firefox is found on the path, and one that is named wins", () => {
  expect(installedFirefox({ PATH: folder })).toBeUndefined();
  const firefox = program("firefox-esr");
  expect(installedFirefox({ PATH: folder })).toBe(firefox);
  expect(installedFirefox({ PATH: folder, FIREFOX: "/my/firefox" })).toBe("/my/firefox");
});

test("WebKit is its driver, its browser and a screen: without one of them there is none", () => {
  const driver = program("bin", "WebKitWebDriver");
  const browser = program("lib", "x86_64-linux-gnu", "webkit2gtk-4.1", "MiniBrowser");
  const look = () => installedWebKit({ PATH: join(folder, "bin") }, join(folder, "lib"));
  expect(look()).toBeUndefined();
  const screen = program("bin", "Xvfb");
  expect(look()).toEqual({ driver, browser, screen });
  rmSync(browser);
  expect(look()).toBeUndefined();
});
