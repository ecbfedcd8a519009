// @ts-check
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/** Flags for every browser that the tests start: no sandbox (containers), and no talk with the vendor. */
export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * The path of a Chromium-family browser that is already there, or undefined.
 * CHROMIUM (or CHROME_PATH) wins; one that names no runnable file throws, because silently testing
 * another browser than the one asked for would hide the mistake.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function installedBrowser(env = process.env) {
  const named = env.CHROMIUM || env.CHROME_PATH;
  if (named) {
    if (!isRunnable(named)) throw new Error(`CHROMIUM or CHROME_PATH names ${named}, which cannot be run.`);
    return named;
  }
  return [...onPath(env), ...usualPlaces(env)].find(isRunnable);
}

/**
 * As installedBrowser; where there is none, installs one: Debian's own package as root on Debian, else Playwright's.
 * @param {string} root the project's folder
 * @returns {string}
 */
export function findOrInstallBrowser(root) {
  const present = installedBrowser() ?? playwrightBrowser(root);
  if (present) return present;
  if (isRootOnDebian()) {
    console.log("No Chromium found: installing Debian's package.");
    const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-q"], { env: quiet });
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { env: quiet });
    const packaged = installedBrowser();
    if (packaged) return packaged;
  }
  console.log("No Chromium found: downloading the one of Playwright.");
  run(process.execPath, [join(root, "node_modules/playwright/cli.js"), "install", "chromium"], { cwd: root });
  const downloaded = playwrightBrowser(root);
  if (downloaded) return downloaded;
  throw new Error("No browser for the tests. Install Chromium or Chrome, or set CHROMIUM to the path of one.");
}

/** @param {NodeJS.ProcessEnv} env */
function onPath(env) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {NodeJS.ProcessEnv} env */
function usualPlaces(env) {
  if (process.platform === "darwin") {
    const inside = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) => inside.map((p) => join(folder, p)));
  }
  if (process.platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder
        ? [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Chromium/Application/chrome.exe")]
        : [],
    );
  }
  return ["/usr/bin/chromium", "/opt/google/chrome/chrome", "/snap/bin/chromium"];
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

/**
 * Asked in a child, because playwright may not be installed yet when this file is loaded.
 * @param {string} root
 */
function playwrightBrowser(root) {
  const question = 'import { chromium } from "playwright"; console.log(chromium.executablePath());';
  const answer = spawnSync(process.execPath, ["--input-type=module", "-e", question], { cwd: root, encoding: "utf8" });
  const path = answer.stdout?.trim();
  return answer.status === 0 && path && isRunnable(path) ? path : undefined;
}

function isRootOnDebian() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8")) && existsSync("/usr/bin/apt-get");
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} options
 */
function run(command, args, options) {
  const { status } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (status !== 0) console.error(`${command} ${args.join(" ")} failed.`);
}
