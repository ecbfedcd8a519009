import { expect, test } from "./fixtures/app";
import { addDetector, chooseFile, flaggedCount, goTo, runsDone, start } from "./fixtures/steps";

test("two of one detector stand side by side, and come back as they were", async ({ page }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  await flaggedCount(page);
  await runsDone(page);
  await addDetector(page, "K-means distance");
  const groups = page.getByRole("textbox", { name: "Clusters" });
  const before = await groups.inputValue();

  await page.getByRole("button", { name: "Duplicate K-means distance" }).click();
  await expect(page.getByRole("radio", { name: "K-means distance 2" })).toBeChecked();
  await groups.fill("3");
  await groups.press("Enter");
  await runsDone(page);

  await test.step("each keeps its own settings", async () => {
    await page.getByRole("radio", { name: "K-means distance", exact: true }).check();
    await expect(groups).toHaveValue(before);
    await page.getByRole("radio", { name: "K-means distance 2" }).check();
    await expect(groups).toHaveValue("3");
  });

  await test.step("they are compared and can be exported by their names", async () => {
    await goTo(page, "Compare");
    await expect(page.getByRole("button", { name: "Show the scores of K-means distance 2" })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /K-means distance 2/ })).toBeChecked();
    await goTo(page, "Export");
    await expect(page.getByRole("combobox", { name: "Scores and flags by" })).toHaveValue("K-means distance 2");
    await goTo(page, "Explore");
  });

  await test.step("a reload right after a choice loses nothing", async () => {
    await groups.fill("4");
    await groups.press("Enter");
    await page.reload();
    await chooseFile(page, "payments-small.csv");
    await flaggedCount(page);
    await expect(page.getByRole("radio", { name: "K-means distance 2" })).toBeChecked();
    await expect(groups).toHaveValue("4");
  });

  await test.step("the second is taken away, and undo brings it back", async () => {
    await page.getByRole("button", { name: "Remove K-means distance 2" }).click();
    await expect(page.getByRole("radio", { name: "K-means distance 2" })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("radio", { name: "K-means distance 2" })).toBeChecked();
  });
});
