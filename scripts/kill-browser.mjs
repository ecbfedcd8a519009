// @ts-check
/**
 * Kills the browser, all of its processes at once, at random moments of busy work, opens it again, and looks whether what
 * was done up to a second before is there: node scripts/kill-browser.mjs [kills] [seed]
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { generatedTable } from "../bench/generated-table.mjs";
import { BROWSER_ARGS, findOrInstallBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { createChance } from "./samples/chance.mjs";
import { serve } from "./serve.mjs";

const ROWS = 20_000;
/** What was done so long before a kill has to be there. */
const KEPT_AFTER_MS = 1000;
/** A kill comes within this time after the work was opened. */
const LONGEST_MS = 5000;
const PATIENCE_MS = 120_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const kills = Number(process.argv[2] ?? 50);
const chance = createChance(Number(process.argv[3] ?? 1));

ensureBuilt(root);
const site = await serve({ dir: join(root, "dist") });
const table = await generatedTable(root, ROWS);
const profile = mkdtempSync(join(tmpdir(), "killed-browser-"));
let kept = 0;
try {
  let { page, kill } = await opened();
  await page.locator("input[type=file]").first().setInputFiles(table);
  await page.getByRole("button", { name: "Keep for next time?" }).click();
  await page.getByRole("switch", { name: "Keep files on this machine" }).check();
  await page.getByText("Kept. All of it is there when you come back.").waitFor();
  await page.keyboard.press("Escape");
  let seed = 1;
  for (let round = 1; round <= kills; round++) {
    const killAt = Date.now() + 200 + chance.integer(0, LONGEST_MS);
    /** @type {{ seed: number, at: number }[]} */
    const done = [{ seed, at: 0 }];
    // Each of these makes every detector run again.
    const working = work(page, done).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, killAt - Date.now())));
    const at = Date.now();
    await kill();
    await working;

    ({ page, kill } = await opened());
    const name = table.slice(table.lastIndexOf("/") + 1);
    await page.getByRole("button", { name: `Continue with ${name}` }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    seed = Number((await seedField(page).inputValue()).replaceAll(",", ""));
    const least = Math.max(...done.filter((one) => one.at <= at - KEPT_AFTER_MS).map((one) => one.seed));
    const most = Math.max(...done.map((one) => one.seed));
    const isThere = seed >= least && seed <= most + 1;
    if (isThere) kept++;
    console.log(
      `${round}: ${isThere ? "there" : "LOST"}, ${done.length - 1} changes, seed ${seed} of ${least} to ${most}`,
    );
  }
  await kill();
} finally {
  await site.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${kept} of ${kills}: what was done up to a second before the kill was there.`);
process.exitCode = kept === kills ? 0 : 1;

/**
 * Changes the seed again and again, until there is no browser any more.
 * @param {import("playwright").Page} page
 * @param {{ seed: number, at: number }[]} done
 */
async function work(page, done) {
  const field = seedField(page);
  for (let seed = (done[0]?.seed ?? 1) + 1; ; seed++) {
    await field.fill(String(seed));
    await field.press("Enter");
    done.push({ seed, at: Date.now() });
    await page.waitForTimeout(chance.integer(0, 700));
  }
}

/** @param {import("playwright").Page} page */
function seedField(page) {
  return page.getByRole("textbox", { name: "Random seed" });
}

/** The browser over the one profile, with the app in it. */
async function opened() {
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  // What a killed browser leaves: the next one would think that it still runs.
  for (const lock of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
    rmSync(join(profile, lock), { force: true });
  const args = [...BROWSER_ARGS, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const child = spawn(findOrInstallBrowser(root), args, { detached: true, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const patience = Date.now() + PATIENCE_MS;
  while (!existsSync(portFile) || !readFileSync(portFile, "utf8").includes("\n")) {
    if (Date.now() > patience) throw new Error("The browser does not start.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const port = Number(readFileSync(portFile, "utf8").split("\n")[0]);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: PATIENCE_MS });
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no context.");
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(site.url);
  return {
    page,
    async kill() {
      // The group: all processes of this browser, and of no other.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}
