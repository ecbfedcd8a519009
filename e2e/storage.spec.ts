import { expect, test } from "./fixtures/app";
import { chooseFile, flaggedCount, goTo, runsDone, start } from "./fixtures/steps";

test("a browser that keeps nothing is told of once, and everything works", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await start(page);
  await expect(page.getByText(/^This browser does not let this page store anything/)).toHaveCount(1);
  await chooseFile(page, "payments-small.csv");
  await flaggedCount(page);
  await runsDone(page);
  await goTo(page, "Export");
  await goTo(page, "Explore");
  await page.getByRole("button", { name: /back to the start page/ }).click();
  const recents = page.getByRole("region", { name: "Continue where you left off" });
  await expect(recents.getByText("payments-small.csv")).toBeVisible();
});

test("garbage in the storage breaks no screen", async ({ page }) => {
  await page.addInitScript(() => {
    const recent = [
      { fingerprint: "x", name: "a.csv", savedAt: "yesterday", rows: 1, columns: 1, bytes: 1, sample: null },
    ];
    localStorage.setItem("anomaly-explorer:recent", JSON.stringify(recent));
    localStorage.setItem("react-resizable-panels:anomaly-explorer:explore", "zzz{");
    localStorage.setItem("anomaly-explorer:csv-format", "zzz");
    localStorage.setItem("mantine-color-scheme-value", "purple");
  });
  await start(page);
  await expect(page.getByText("a.csv")).toBeVisible();
  await chooseFile(page, "payments-small.csv");
  await flaggedCount(page);
  await goTo(page, "Export");
  await expect(page.getByRole("button", { name: /^Download/ }).first()).toBeVisible();
});
