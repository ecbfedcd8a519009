import { expect, test } from "./fixtures/app";
import { addDetector, expectAccessible, flaggedCount, segment, start } from "./fixtures/steps";

test("a network is watched while it learns, and stopped when it has learned enough", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Thyroid tests, open this sample" }).click();
  await flaggedCount(page);
  await addDetector(page, "Convolutional autoencoder");
  const steps = page.getByRole("textbox", { name: "Training steps" });
  await steps.fill("5000");
  await steps.press("Enter");
  await segment(page, "What the middle shows", "Training").click();
  const training = page.getByRole("region", { name: "Convolutional autoencoder: training" });

  await test.step("its curve, its errors and its layers are there while it learns", async () => {
    await expect(training.getByText(/^Step [\d,]+ of 5,000/)).toBeVisible();
    const curve = training.getByRole("figure", { name: "Training" }).getByRole("img");
    await expect(curve).toHaveAccessibleName(/^Step [\d,]+: training error [\d.]+, error on held-out rows [\d.]+$/);
    await expect(training.getByRole("figure", { name: "Errors of the rows" })).toBeVisible();
    await expect(
      training
        .getByRole("figure", { name: "Network" })
        .getByRole("row", { name: /^input / })
        .first(),
    ).toBeVisible();
    await expect(training.getByText(/^Runs on the (processor|graphics card)/)).toBeVisible();
  });

  await test.step("it is stopped, and what it has learned is used", async () => {
    await training
      .getByRole("button", { name: "Stop here and use what Convolutional autoencoder has learned" })
      .click();
    const ended = training.getByText(/^Ended early, after step [\d,]+\.$/);
    await expect(ended).toBeVisible();
    expect(Number(/[\d,]+/.exec(await ended.innerText())?.[0].replaceAll(",", ""))).toBeLessThan(5000);
    await expectAccessible(page, "a training that was stopped");
    await segment(page, "What the middle shows", "Scores").click();
    expect(await flaggedCount(page)).toBeGreaterThan(0);
  });

  await test.step("it can be trained to the end after all, and cancelled on the way", async () => {
    await page.getByRole("button", { name: "Train to the end: Convolutional autoencoder" }).click();
    await page.getByRole("button", { name: "Cancel Convolutional autoencoder" }).click();
    await expect(page.getByRole("button", { name: "Run Convolutional autoencoder" })).toBeVisible();
  });
});
