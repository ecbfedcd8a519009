import { expect, test } from "./fixtures/app";
import {
  expectAccessible,
  findings,
  flaggedCount,
  goTo,
  rankingOnPhone,
  rowAt,
  type ScreenName,
  showRanking,
  start,
  whyPanel,
} from "./fixtures/steps";

const screens: readonly ScreenName[] = ["Explore", "Data", "Prepare", "Compare", "Export"];

for (const scheme of ["light", "dark"] as const) {
  test(`no rule of accessibility is broken in ${scheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await start(page);
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
    await expectAccessible(page, "start");

    await page.getByRole("button", { name: "Thyroid tests, open this sample" }).click();
    await expect(findings(page).getByRole("heading")).toBeVisible();
    await expectAccessible(page, "findings");
    await showRanking(page);
    await flaggedCount(page);
    await rowAt(page.getByRole("grid"), 1).click();
    await expect(whyPanel(page).getByRole("region", { name: "Nearest ordinary row" }).getByRole("table")).toBeVisible();
    await page.mouse.move(0, 0);
    for (const screen of screens) {
      await goTo(page, screen);
      await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
      await expectAccessible(page, screen);
    }
  });
}

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("no rule of accessibility is broken", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await start(page);
    await page.getByRole("button", { name: "Thyroid tests, open this sample" }).tap();
    await expect(findings(page).getByRole("heading")).toBeVisible();
    await expectAccessible(page, "findings");
    await rankingOnPhone(page);
    await flaggedCount(page);
    await expectAccessible(page, "flagged rows");
    await rowAt(page.getByRole("grid"), 1).tap();
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByRole("region", { name: "Nearest ordinary row" }).getByRole("table")).toBeVisible();
    await expectAccessible(page, "reasons");
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await goTo(page, "Prepare");
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expectAccessible(page, "Prepare");
  });
});
