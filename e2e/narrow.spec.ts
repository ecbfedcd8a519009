import { expect, test } from "./fixtures/app";
import {
  expectNoSideways,
  exported,
  findings,
  flaggedCount,
  goTo,
  rankingOnPhone,
  rowAt,
  segment,
  start,
  tableName,
} from "./fixtures/steps";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("the whole job on a telephone", async ({ page }) => {
  await start(page);
  await expectNoSideways(page, "start");
  await page.getByRole("button", { name: "Thyroid tests, open this sample" }).tap();
  await expect(tableName(page)).toHaveText("thyroid.csv");
  await expect(findings(page).getByRole("heading")).toBeVisible();
  await expectNoSideways(page, "findings");
  await rankingOnPhone(page);
  const count = await flaggedCount(page);
  expect(count).toBeGreaterThan(0);
  await expectNoSideways(page, "flagged rows");
  // Only the rows in view are drawn.
  expect(count).toBeGreaterThan(100);
  expect(await page.getByRole("grid").getByRole("row").count()).toBeLessThan(60);

  await rowAt(page.getByRole("grid"), 1).tap();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("heading", { name: /^Row / })).toBeVisible();
  await expect(sheet.getByRole("region", { name: "Nearest ordinary row" }).getByRole("table")).toBeVisible();
  await expectNoSideways(page, "reasons");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);

  await segment(page, "Parts of the screen", "Charts").tap();
  await expect(page.getByRole("figure", { name: "Map" })).toBeVisible();
  await expectNoSideways(page, "charts");
  await segment(page, "Parts of the screen", "Detectors").tap();
  await page.getByRole("radiogroup", { name: "Detectors" }).getByText("Robust z", { exact: true }).tap();
  await expectNoSideways(page, "detectors");
  await segment(page, "Parts of the screen", "Flagged").tap();

  const rows = page.getByRole("textbox", { name: "rows", exact: true });
  await rows.fill("12");
  await rows.press("Enter");
  await expect.poll(() => flaggedCount(page)).toBe(12);

  for (const screen of ["Data", "Prepare"] as const) {
    await goTo(page, screen);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expectNoSideways(page, screen);
  }
  await goTo(page, "Export");
  await expectNoSideways(page, "Export");
  const file = await exported(page, page.getByRole("button", { name: "Download 12 rows" }));
  expect(file.rows).toHaveLength(12);
});
