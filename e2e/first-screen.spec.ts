import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import { firstScreenTables, type FirstScreenTable } from "./fixtures/first-screen-tables";
import { dropFile, findings, flaggedCount, start, tableName, whyPanel } from "./fixtures/steps";

const LEAST_ROWS = 8;
/** Of the line of names, and of each row. */
const HEAD_PX = 34;
const ROW_PX = 32;

test("eleven tables: what is strange is said, with its value, before anything is touched", async ({ page }) => {
  await start(page);
  for (const one of firstScreenTables())
    await test.step(one.name, async () => {
      await dropFile(page, one.name, one.csv);
      await expect(tableName(page)).toHaveText(one.name);
      await saysWhatIsStrange(page, one);
    });
});

async function saysWhatIsStrange(page: Page, { csv, planted }: FirstScreenTable): Promise<void> {
  await expect(findings(page).getByRole("heading", { name: /^[\d,]+ rows? stands? out$/ })).toBeVisible();
  // Of a long table a first look was counted before.
  await expect.poll(() => flaggedCount(page)).toBeGreaterThanOrEqual(planted.length);
  const grid = page.getByRole("grid", { name: "Rows of the table" });
  const [names = "", ...lines] = csv.split("\n");
  for (const { row, column } of planted) {
    // Rows are counted from 0 in code.
    const line = grid.locator(`#row-${row - 1}`);
    await expect(line).toHaveAttribute("data-flagged", "true");
    const value = lines[row - 1]?.split(",")[names.split(",").indexOf(column)] ?? "";
    const cellNow = async () => {
      const at = await grid.getByRole("columnheader", { name: column, exact: true }).getAttribute("aria-colindex");
      return line.locator(`[aria-colindex="${at}"]`);
    };
    // Columns of the strongest reasons come first, and others may once all rows are scored.
    await expect
      .poll(async () => Number((await (await cellNow()).innerText()).replaceAll(",", "")))
      .toBe(Number(value));
    await expect(await cellNow()).toBeInViewport({ ratio: 1 });
  }
  await expect(whyPanel(page).getByRole("heading", { name: /^Row [\d,]+$/ })).toBeVisible();
  const box = await grid.boundingBox();
  const inView = Math.floor(((box?.height ?? 0) - HEAD_PX) / ROW_PX);
  expect(inView).toBeGreaterThanOrEqual(LEAST_ROWS);
}
