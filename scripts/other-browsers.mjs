// @ts-check
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Debian puts the browser for tests of WebKitGTK: in a folder of the architecture and of the version. */
const LIBRARIES = "/usr/lib";

/**
 * The path of Firefox, or undefined where there is none. FIREFOX wins.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function installedFirefox(env = process.env) {
  return env.FIREFOX || onPath(env, ["firefox-esr", "firefox"]);
}

/**
 * What drives WebKitGTK: its driver, the browser for tests that comes with the library, and a screen that nobody sees.
 * Undefined where one of them is missing.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [libraries]
 * @returns {{ driver: string, browser: string, screen: string } | undefined}
 */
export function installedWebKit(env = process.env, libraries = LIBRARIES) {
  const driver = onPath(env, ["WebKitWebDriver"]);
  const screen = onPath(env, ["Xvfb"]);
  const browser = miniBrowsers(libraries).find(isRunnable);
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}

/** @param {string} libraries */
function miniBrowsers(libraries) {
  if (!existsSync(libraries)) return [];
  const families = readdirSync(libraries).filter((name) => name.endsWith("-linux-gnu"));
  return families.flatMap((family) =>
    readdirSync(join(libraries, family))
      .filter((name) => /^webkit2?gtk-/.test(name))
      .map((name) => join(libraries, family, name, "MiniBrowser")),
  );
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} names
 */
function onPath(env, names) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable);
}

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
