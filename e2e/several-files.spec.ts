import { expect, test } from "./fixtures/app";
import { flaggedCount, goTo, showRanking, start, tableName } from "./fixtures/steps";

test("two files of equal columns are one table, or joined by time when that is asked", async ({ page }) => {
  const fileOf = (name: string, from: number) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(
      `time,value\n${Array.from({ length: 60 }, (_, i) => `2024-03-01 10:${String(i).padStart(2, "0")}:00,${i === 20 ? 900 : from + ((i * 7) % 11)}`).join("\n")}\n`,
    ),
  });
  await start(page);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([fileOf("pump.csv", 10), fileOf("valve.csv", 50)]);
  await expect(tableName(page)).toHaveText("2 files");
  await showRanking(page, "Consensus");
  expect(await flaggedCount(page)).toBeGreaterThan(0);
  await goTo(page, "Data");
  await expect(
    page.getByText(/One table of 120 rows, from 2 files .*: pump\.csv \(60\), valve\.csv \(60\)/),
  ).toBeVisible();

  await page.getByRole("button", { name: "Change: how the files are put together" }).click();
  await page.getByRole("menuitem", { name: "joined by the nearest time" }).click();
  await expect(page.getByText(/2 files are joined by time: each row of pump\.csv has the nearest row/)).toBeVisible();
});
