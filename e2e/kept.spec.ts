import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import {
  chooseFile,
  dropFile,
  flaggedCount,
  rowAt,
  runsAsked,
  runsDone,
  start,
  tableName,
  whyPanel,
} from "./fixtures/steps";

test("work that is kept is there after the tab was closed, with its results", async ({ page, context }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  await runsDone(page);
  await page.getByRole("button", { name: "Keep for next time?" }).click();
  await page.getByRole("switch", { name: "Keep files on this machine" }).check();
  await expect(page.getByText("Kept. All of it is there when you come back.")).toBeVisible();
  await page.keyboard.press("Escape");
  const rows = page.getByRole("textbox", { name: "rows", exact: true });
  await rows.fill("7");
  await rows.press("Enter");
  await expect.poll(() => flaggedCount(page)).toBe(7);
  await page.getByRole("button", { name: "Keep this work" }).click();
  await expect(page.getByText("Kept. All of it is there when you come back.")).toBeVisible();
  await page.close();

  const next = await context.newPage();
  await start(next);
  await next.getByRole("button", { name: "Continue with payments-small.csv" }).click();
  await expect(tableName(next)).toHaveText("payments-small.csv");
  await runsDone(next);
  await expect.poll(() => flaggedCount(next)).toBe(7);
  expect(await runsAsked(next)).toEqual([]);
  await rowAt(next.getByRole("grid"), 1).click();
  await expect(whyPanel(next).getByRole("region", { name: "Nearest ordinary row" }).getByRole("table")).toBeVisible();

  await next.getByRole("button", { name: /^Anomaly Explorer/ }).click();
  await next.getByRole("button", { name: "Delete what is kept of payments-small.csv" }).click();
  await expect(next.getByRole("button", { name: "Continue with payments-small.csv" })).toHaveCount(0);
});

test("a session file opens in another browser, and a link shows what it does", async ({ page, browser, baseURL }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  await runsDone(page);
  const rows = page.getByRole("textbox", { name: "rows", exact: true });
  await rows.fill("7");
  await rows.press("Enter");
  await expect.poll(() => flaggedCount(page)).toBe(7);
  await page.getByRole("button", { name: "Keep for next time?" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a session file" }).click(),
  ]);
  const bytes = await readFile(await download.path());

  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const next = await elsewhere.newPage();
  await start(next);
  await dropFile(next, download.suggestedFilename(), bytes);
  await expect(tableName(next)).toHaveText("payments-small.csv");
  await runsDone(next);
  await expect.poll(() => flaggedCount(next)).toBe(7);
  expect(await runsAsked(next)).toEqual([]);
  expect(await scoresOnScreen(next)).toEqual(await scoresOnScreen(page));

  await elsewhere.grantPermissions(["clipboard-read", "clipboard-write"]);
  await next.getByRole("button", { name: "Keep for next time?" }).click();
  await next.getByRole("button", { name: "Copy a link to these settings" }).click();
  await expect(next.getByText("The link is copied.")).toBeVisible();
  await next.goto(await next.evaluate(() => navigator.clipboard.readText()));
  const panel = next.getByRole("region", { name: "Settings from a link" });
  await expect(panel.getByText("The 7 strangest rows are flagged.")).toBeVisible();
  await elsewhere.close();
});

/** Row and score of the first rows, as they stand in the table. */
async function scoresOnScreen(page: Page): Promise<readonly string[]> {
  const rows = await page.getByRole("grid").getByRole("row").allInnerTexts();
  return rows.map((text) => text.split("\n").slice(0, 2).join(" "));
}
