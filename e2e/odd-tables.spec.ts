import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import {
  dropFile,
  dropFixture,
  expectNoSideways,
  flaggedCount,
  flaggedSentence,
  goTo,
  rowAt,
  runsDone,
  segment,
  showRanking,
  start,
  tableName,
  whyPanel,
} from "./fixtures/steps";

const table = (rows: number, line: (row: number) => string) =>
  Array.from({ length: rows }, (_, row) => line(row)).join("\n");

/** Odd, but tables: each ends in flagged rows, or in one clear sentence why there are none. */
const NO_FEATURES = "No column to compare rows by";
const odd: readonly { file: string; content?: string; rows: number; ends: "flagged" | typeof NO_FEATURES }[] = [
  { file: "all-constant.csv", rows: 40, ends: NO_FEATURES },
  { file: "all-missing.csv", rows: 40, ends: NO_FEATURES },
  { file: "all-text.csv", rows: 60, ends: NO_FEATURES },
  { file: "decimal-comma-semicolon.csv", rows: 80, ends: "flagged" },
  { file: "duplicate-names.csv", rows: 60, ends: "flagged" },
  { file: "extremes.csv", rows: 60, ends: "flagged" },
  { file: "gb18030.csv", rows: 80, ends: "flagged" },
  { file: "hostile-names.csv", rows: 60, ends: "flagged" },
  { file: "mixed-dates.csv", rows: 60, ends: "flagged" },
  { file: "no-header.csv", rows: 60, ends: "flagged" },
  { file: "one-column.csv", rows: 60, ends: "flagged" },
  { file: "one-row.csv", rows: 1, ends: NO_FEATURES },
  { file: "quoted-newlines.csv", rows: 50, ends: "flagged" },
  { file: "ragged.csv", rows: 60, ends: "flagged" },
  { file: "utf16le.tsv", rows: 80, ends: "flagged" },
];

test("odd tables end in flagged rows or in a reason", async ({ page }) => {
  await start(page);
  page.on("dialog", () => {
    throw new Error("a name of the file was run as a script");
  });
  for (const { file, rows, ends } of odd) {
    await test.step(file, async () => {
      await dropFixture(page, file);
      await expect(tableName(page)).toHaveText(file);
      await expect(page.getByText(new RegExp(`^${rows.toLocaleString("en")} rows? x `))).toBeVisible();
      await expectEnd(page, ends);
    });
  }
});

async function expectEnd(page: Page, ends: string): Promise<void> {
  if (ends === "flagged") {
    await runsDone(page);
    expect(await flaggedCount(page)).toBeGreaterThanOrEqual(0);
    return;
  }
  // Nothing is sure there either; why there is no ranking is told by what would rank.
  await segment(page, "Detectors", "Isolation forest").click();
  await expect(page.getByRole("region", { name: "Where strange begins" }).getByText(ends)).toBeVisible();
  await expect(flaggedSentence(page)).toHaveCount(0);
}

test("5,000 columns open, and every screen stays usable", async ({ page }) => {
  await start(page);
  const names = table(5000, (column) => `sensor ${column}`).replaceAll("\n", ",");
  const line = (row: number) =>
    Array.from({ length: 5000 }, (_, column) =>
      row === 17 && column < 900
        ? 900
        : Math.floor(500 + 400 * Math.sin(row * 12.9898 + column * 78.233 + row * column)),
    ).join(",");
  await dropFile(page, "wide.csv", `${names}\n${table(30, line)}\n`);
  await expect(tableName(page)).toHaveText("wide.csv");
  await runsDone(page);
  await showRanking(page);
  await rowAt(page.getByRole("grid"), 1).click();
  await expect(whyPanel(page).getByRole("heading", { name: "Row 18", exact: true })).toBeVisible();
  await goTo(page, "Prepare");
  await page.getByRole("textbox", { name: "Find a column" }).fill("sensor 4321");
  await expect(page.getByRole("combobox", { name: "Role of sensor 4321" })).toHaveValue("feature");
  await goTo(page, "Data");
  await expect(page.getByText("Columns are separated by commas.")).toBeVisible();
  await expectNoSideways(page, "5,000 columns");
});
