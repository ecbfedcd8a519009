import { expect, test } from "./fixtures/app";
import { chooseFile, flaggedCount, rowAt, runsDone, start, tableName, whyPanel } from "./fixtures/steps";

test("a file that vanishes is told, and the table before stays", async ({ page }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  const count = await flaggedCount(page);
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle("gone.csv", { create: true });
    const writer = await handle.createWritable();
    await writer.write("a,b\n1,2\n3,4\n");
    await writer.close();
    const transfer = new DataTransfer();
    transfer.items.add(await handle.getFile());
    await folder.removeEntry("gone.csv");
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  const told = page.getByRole("region", { name: "The file can no longer be read" });
  await expect(told).toBeVisible();
  await told.getByRole("button", { name: "Keep working with payments-small.csv" }).click();
  expect(await flaggedCount(page)).toBe(count);
});

test.describe("what is known of the detectors cannot be fetched", () => {
  test.use({ expectedComplaints: /ERR_FAILED/ });

  test("and a file waits for it, is told so, and is opened at the second try", async ({ page }) => {
    const cards = "**/assets/detector-cards-*.js";
    await page.route(cards, (route) => route.abort());
    await start(page);
    await chooseFile(page, "payments-small.csv");
    const told = page.getByRole("region", { name: "A part of the app could not be loaded" });
    await expect(told).toBeVisible();
    await page.unroute(cards);
    await told.getByRole("button", { name: "Try again" }).click();
    await expect(tableName(page)).toHaveText("payments-small.csv");
    expect(await flaggedCount(page)).toBeGreaterThan(0);
  });
});

test.describe("the thread of the work dies", () => {
  test.use({ expectedComplaints: /dies on purpose/ });

  test("and the table, the choices and the results come back by themselves", async ({ page }) => {
    await start(page);
    await chooseFile(page, "payments-small.csv");
    await runsDone(page);
    const rows = page.getByRole("textbox", { name: "rows", exact: true });
    await rows.fill("9");
    await rows.press("Enter");
    await expect.poll(() => flaggedCount(page)).toBe(9);

    await page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error("dies on purpose");
      });
    });
    await expect(page.getByText("The background work stopped").first()).toBeVisible();
    await runsDone(page);
    await expect(tableName(page)).toHaveText("payments-small.csv");
    await expect.poll(() => flaggedCount(page)).toBe(9);
    await rowAt(page.getByRole("grid"), 1).click();
    await expect(whyPanel(page).getByRole("region", { name: "Nearest ordinary row" }).getByRole("table")).toBeVisible();
  });
});
