// @ts-check
import { chromium } from "playwright";
import { BROWSER_ARGS, findOrInstallBrowser } from "../scripts/browser.mjs";

/**
 * A headless browser as the journeys use it.
 * @param {string} root the project's folder
 */
export function launchBrowser(root) {
  return chromium.launch({ executablePath: findOrInstallBrowser(root), args: BROWSER_ARGS });
}

/**
 * A page that shares nothing with any other.
 * @param {import("playwright").Browser} browser
 * @param {string} url
 * @param {((tools: undefined) => void)[]} watchers run in the page before anything else
 */
export async function freshPage(browser, url, watchers = []) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  for (const watcher of watchers) await page.addInitScript(watcher, undefined);
  await page.goto(url, { waitUntil: "networkidle" });
  return page;
}
