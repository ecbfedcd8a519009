import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "./fixtures/app";
import { dropFile, exported, flaggedCount, goTo, showRanking, start, tableName } from "./fixtures/steps";

const MONTHS = 24;

/** A cover, and two sheets with a title, names, rows and a total. */
async function salesBook(): Promise<Buffer> {
  const sheet = (name: string, odd: number) => ({
    name,
    rows: [
      [`Sales, ${name}`],
      [],
      ["day", "pieces", "price"],
      ...Array.from({ length: 200 }, (_, i) => [
        new Date(Date.UTC(2024, 0, 1 + i)),
        i === odd ? 9000 : 40 + ((i * 7) % MONTHS),
        i === odd ? 0.01 : 20 + ((i * 3) % 5),
      ]),
      ["Total", 12_345],
    ],
  });
  const cover = { name: "Cover", rows: [["Sales of the shop"]] };
  return Buffer.from(await writeXlsx({ sheets: [cover, sheet("North", 50), sheet("South", 120)] }));
}

test("a workbook is opened, another sheet chosen, and what is flagged there exported", async ({ page }) => {
  await start(page);
  await dropFile(page, "sales.xlsx", await salesBook());
  await expect(tableName(page)).toHaveText("sales.xlsx");
  await expect(page.getByText("200 rows x 3 columns")).toBeVisible();
  await expect(page.getByText(/The sheet North was read/)).toBeVisible();

  await goTo(page, "Data");
  await expect(page.getByText("The sheet “North” is read.")).toBeVisible();
  await expect(page.getByText("Row 3 of the sheet holds the column names.")).toBeVisible();
  await expect(
    page.getByText(/1 row below the table \(a total or a remark\) was left out: “Total \| 12345”/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Read as: “South”" }).click();
  await expect(page.getByText("The sheet “South” is read.")).toBeVisible();

  await goTo(page, "Explore");
  await showRanking(page, "Consensus");
  expect(await flaggedCount(page)).toBeGreaterThan(0);
  await goTo(page, "Export");
  const { rows } = await exported(page, page.getByRole("button", { name: /^Download [\d,]+ rows?$/ }));
  expect(rows.some((row) => Object.values(row).includes("9000"))).toBe(true);
});
