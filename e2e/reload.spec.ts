import { expect, test } from "./fixtures/app";
import { chooseFile, flaggedCount, goTo, runsDone, showRanking, start, tableName } from "./fixtures/steps";

test("choices come back with the table, without its data being kept", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Beside the line, open this sample" }).click();
  await runsDone(page);
  await showRanking(page);
  const trees = page.getByRole("textbox", { name: "Trees" });
  await trees.fill("64");
  await trees.press("Enter");
  const rows = page.getByRole("textbox", { name: "rows", exact: true });
  await rows.fill("17");
  await rows.press("Enter");
  await expect.poll(() => flaggedCount(page)).toBe(17);
  await goTo(page, "Prepare");
  await page.getByRole("combobox", { name: "Role of x" }).selectOption("ignore");
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).some((text) => /"role":"ignore"/.test(String(text)))))
    .toBe(true);
  expect(await page.evaluate(() => JSON.stringify(localStorage).length)).toBeLessThan(20_000);

  await page.reload();
  const recents = page.getByRole("region", { name: "Continue where you left off" });
  await expect(recents.getByText("Beside the line")).toBeVisible();
  await recents.getByRole("button", { name: "Continue with Beside the line" }).click();
  await expect(tableName(page)).toHaveText("off-axis.csv");
  await expect(page.getByRole("textbox", { name: "Trees" })).toHaveValue("64");
  await expect.poll(() => flaggedCount(page)).toBe(17);
  await goTo(page, "Prepare");
  await expect(page.getByRole("combobox", { name: "Role of x" })).toHaveValue("ignore");
});

test("files that were worked on are listed by name, and can be forgotten", async ({ page }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  await flaggedCount(page);
  await page.getByRole("button", { name: /back to the start page/ }).click();
  const recents = page.getByRole("region", { name: "Continue where you left off" });
  await expect(recents.getByText("payments-small.csv")).toBeVisible();
  await expect(recents.getByText("Drop or choose the file again: your settings come back.")).toBeVisible();
  await recents.getByRole("button", { name: "Forget these" }).click();
  await expect(recents).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("payments-small");
});
