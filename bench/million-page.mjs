// @ts-check
import { readFileSync } from "node:fs";
import { freshPage, launchBrowser } from "./chromium.mjs";
import { generatedTable } from "./generated-table.mjs";
import { watchFirstResult } from "./in-page/watch-first-result.mjs";
import { watchMainThread } from "./in-page/watch-main-thread.mjs";
import { watchMoves } from "./in-page/watch-moves.mjs";
import { traceMainThread } from "./main-thread-trace.mjs";

const ROWS = 1_000_000;
const PATIENCE_MS = 300_000;

/** @typedef {{ at: number, ms: number }} Span */
/** @typedef {{ marks: Record<string, number>, blocked: { tasks: Span[], gaps: Span[] }, peakMB: number | null, taskMs: number | null }} Opening */

/**
 * A browser of its own in which a table of 1,000,000 x 10 was opened and the quick set has run, and how that went.
 * @param {string} root the project's folder
 * @param {string} url of the app
 * @returns {Promise<{ page: import("playwright").Page, opening: Opening, close: () => Promise<void> }>}
 */
export async function openMillion(root, url) {
  const file = await generatedTable(root, ROWS);
  const browser = await launchBrowser(root);
  const page = await freshPage(browser, url, [watchFirstResult, watchMainThread, watchMoves]);
  const dearestTask = await traceMainThread(browser, page);
  await page.setInputFiles("input[type=file]", file);
  await page.waitForFunction(() => "detectors" in Reflect.get(globalThis, "marks"), undefined, {
    timeout: PATIENCE_MS,
  });
  // What follows the last result is part of the work, too.
  await page.waitForTimeout(2000);
  const { marks, blocked } = await page.evaluate(() => ({
    marks: Reflect.get(globalThis, "marks"),
    blocked: Reflect.get(globalThis, "blocked"),
  }));
  const peakMB = await rendererPeak(browser);
  return {
    page,
    opening: { marks, blocked, peakMB, taskMs: await dearestTask() },
    close: () => browser.close(),
  };
}

/**
 * The most memory that the renderer process held at any time, in MB; null off Linux.
 * @param {import("playwright").Browser} browser
 */
async function rendererPeak(browser) {
  if (process.platform !== "linux") return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]);
  return Math.max(...peaks.map((kilobytes) => Number(kilobytes) / 1000));
}
