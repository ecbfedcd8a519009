import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import {
  clearCalls,
  expectAccessible,
  exported,
  flaggedCount,
  goTo,
  rowAt,
  runsAsked,
  showRanking,
  start,
  whyPanel,
} from "./fixtures/steps";

test("which flags hold with other seeds", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Card payments, open this sample" }).click();
  // The consensus comes after every other run.
  const detectors = page.getByRole("radiogroup", { name: "Detectors" });
  await expect(detectors.getByText("Consensus")).toBeVisible();
  await expect(detectors.getByRole("button", { name: /^Cancel / })).toHaveCount(0);
  await showRanking(page);
  const section = page.getByRole("region", { name: "Stability" });
  const grid = page.getByRole("grid", { name: "Rows of the table" });
  const header = grid.getByRole("columnheader", { name: "Stability" });
  const verdict = section.getByRole("status");

  await test.step("one button makes four more runs, and a sentence says what came of them", async () => {
    await section.getByRole("button", { name: "Run again with 4 other seeds" }).click();
    await expect(verdict).toHaveText(/^(Stable|Shaky): on average, two runs with different seeds agree on .*%/);
    await expect(header).toBeVisible();
    await expectAccessible(page, "with a verdict");
  });

  await test.step("the table is sorted by it, and the reasons tell it of one row", async () => {
    await header.getByRole("button").click();
    await expect(header).toHaveAttribute("aria-sort", "descending");
    await expect(grid).toHaveAttribute("aria-busy", "false");
    const cellOf = async (row: Locator) =>
      row.locator(`[aria-colindex="${await header.getAttribute("aria-colindex")}"]`);
    await expect(await cellOf(rowAt(grid, 1))).toHaveText("5 of 5");
    await header.getByRole("button").click();
    await expect(header).toHaveAttribute("aria-sort", "ascending");
    await expect(grid).toHaveAttribute("aria-busy", "false");
    // The table stands where the selected row is.
    await grid.press("Home");
    const least = rowAt(grid, 1);
    const told = /([1-5]) of 5/.exec(await (await cellOf(least)).innerText())?.[1];
    await least.click();
    await expect(
      whyPanel(page).getByText(told === "5" ? /^Flagged in all 5 runs/ : `Flagged in ${told} of 5 runs`),
    ).toBeVisible();
  });

  await test.step("another threshold is told without another run", async () => {
    const before = await verdict.innerText();
    await clearCalls(page);
    const count = await flaggedCount(page);
    await page.keyboard.press("]");
    await expect.poll(() => flaggedCount(page)).not.toBe(count);
    for (let step = 0; step < 3; step++) await page.keyboard.press("Shift+]");
    await expect(verdict).not.toHaveText(before);
    expect(await runsAsked(page)).toEqual([]);
    const calls = await page.evaluate(() => (window as unknown as { calls: string[] }).calls); // Put there by `start`.
    expect(calls).toContain("stability");
    expect(calls).not.toContain("rerun");
  });

  await test.step("the votes of the detectors sort the table as well", async () => {
    const votes = grid.getByRole("columnheader", { name: "Flagged by" });
    await votes.getByRole("button").click();
    await expect(votes).toHaveAttribute("aria-sort", "descending");
    await expect(grid).toHaveAttribute("aria-busy", "false");
    const cells = await grid
      .getByRole("gridcell")
      .getByText(/^\d of \d$/)
      .allInnerTexts();
    expect(cells.length).toBeGreaterThan(0);
  });

  await test.step("an export holds it as a column", async () => {
    await goTo(page, "Export");
    const { rows, columns } = await exported(page, page.getByRole("button", { name: /^Download [\d,]+ rows$/ }));
    expect(columns).toContain("stability");
    for (const { stability } of rows) expect([0.2, 0.4, 0.6, 0.8, 1]).toContain(Number(stability));
    await goTo(page, "Explore");
  });

  await test.step("it is gone with other settings, and said to be no matter of chance where it is none", async () => {
    await page.getByRole("textbox", { name: "Trees" }).fill("40");
    await page.getByRole("textbox", { name: "Trees" }).press("Enter");
    await expect(header).toHaveCount(0);
    await expect(section.getByRole("button", { name: "Run again with 4 other seeds" })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(header).toBeVisible();
    await detectors.getByText("Robust z", { exact: true }).click();
    await expect(section.getByText("No random number was drawn: every seed gives the same scores.")).toBeVisible();
  });
});
