import { expect, test } from "./fixtures/app";
import { chooseFile, flaggedCount, rowAt, runsAsked, runsDone, start, tableName, whyPanel } from "./fixtures/steps";

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
