import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import { chooseFile, clearCalls, flaggedCount, goTo, runsAsked, runsDone, start } from "./fixtures/steps";

const size = (page: Page) => page.getByRole("banner").getByText(/ rows? x /);

test("a guess is corrected with a click, and the correction undone", async ({ page }) => {
  await start(page);
  await chooseFile(page, "decimal-comma-semicolon.csv");
  await flaggedCount(page);
  const asGuessed = await size(page).innerText();
  expect(asGuessed).toMatch(/ 5 columns$/);
  await goTo(page, "Data");
  await expect(page.getByText("Columns are separated by semicolons.")).toBeVisible();
  await expect(page.getByText("Numbers have a decimal comma, as in 3,14.")).toBeVisible();
  await expect(page.getByText("Letters are written in Windows-1252 (Western Europe).")).toBeVisible();

  await correct(page, "separator", /commas/);
  await expect(page.getByText("Columns are separated by commas.")).toBeVisible();
  await expect(size(page)).not.toHaveText(asGuessed);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(size(page)).toHaveText(asGuessed);
  await expect(page.getByText("Columns are separated by semicolons.")).toBeVisible();

  await correct(page, "column names", /There are no column names/);
  await expect(size(page)).not.toHaveText(asGuessed);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(size(page)).toHaveText(asGuessed);

  await correct(page, "decimal sign", /decimal point/);
  await expect(page.getByText("Numbers have a decimal point, as in 3.14.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Numbers have a decimal comma, as in 3,14.")).toBeVisible();
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(page.getByText("Numbers have a decimal point, as in 3.14.")).toBeVisible();
});

test("a role is changed: everything that sees the column runs again, and undo brings the results back", async ({
  page,
}) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  await runsDone(page);
  const count = await flaggedCount(page);
  await goTo(page, "Prepare");
  await clearCalls(page);
  await page.getByRole("combobox", { name: "Role of distance_km" }).selectOption("ignore");
  await expect
    .poll(async () => (await runsAsked(page)).sort())
    .toEqual(["findings", "isolation-forest", "k-means", "mcd", "robust-z"]);
  await goTo(page, "Explore");
  await runsDone(page);
  await clearCalls(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => flaggedCount(page)).toBe(count);
  await runsDone(page);
  expect(await runsAsked(page)).toEqual([]);
});

test("a kind is changed, and the file is read again", async ({ page }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  await runsDone(page);
  await goTo(page, "Prepare");
  const kind = page.getByRole("combobox", { name: "Kind of payments_last_hour" });
  await expect(kind).toHaveValue("number");
  await kind.selectOption("category");
  await expect(kind).toHaveValue("category");
  await goTo(page, "Explore");
  await runsDone(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await goTo(page, "Prepare");
  await expect(kind).toHaveValue("number");
});

async function correct(page: Page, what: string, to: RegExp): Promise<void> {
  await page.getByRole("button", { name: `Change: ${what}` }).click();
  await page.getByRole("menuitem", { name: to }).click();
}
