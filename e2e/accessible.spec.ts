import { expect, test } from "./fixtures/app";
import { expectAccessible, flaggedCount, goTo, start, whyPanel, type ScreenName } from "./fixtures/steps";

const screens: readonly ScreenName[] = ["Explore", "Data", "Prepare", "Export"];

for (const scheme of ["light", "dark"] as const) {
  test(`no rule of accessibility is broken in ${scheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await start(page);
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
    await expectAccessible(page, "start");

    await page.getByRole("button", { name: "Breast tissue, open this sample" }).click();
    await flaggedCount(page);
    await page.getByRole("grid").getByRole("row").nth(1).click();
    await expect(whyPanel(page).getByRole("region", { name: "Nearest ordinary row" }).getByRole("table")).toBeVisible();
    await page.mouse.move(0, 0);
    for (const screen of screens) {
      await goTo(page, screen);
      await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
      await expectAccessible(page, screen);
    }
  });
}
