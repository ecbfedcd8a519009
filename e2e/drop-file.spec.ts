import { resolve } from "node:path";
import { expect, test } from "./fixtures/app";
import { chooseFile, dropFile, dropFixture, FILES, flaggedCount, start, tableName } from "./fixtures/steps";

test("a file is chosen", async ({ page }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  await expect(tableName(page)).toHaveText("payments-small.csv");
  expect(await flaggedCount(page)).toBeGreaterThan(0);
});

test("a file from the desktop is let go of anywhere on the page, also over an open table", async ({
  page,
  context,
}) => {
  await start(page);
  // The browser's own drag, as the system hands it over: page scripts cannot tell it from a person's.
  const devtools = await context.newCDPSession(page);
  const drag = (type: "dragEnter" | "dragOver" | "drop", ...names: string[]) =>
    devtools.send("Input.dispatchDragEvent", {
      type,
      x: 700,
      y: 700,
      data: { items: [], files: names.map((name) => resolve(FILES + name)), dragOperationsMask: 1 },
    });

  await drag("dragEnter", "payments-small.csv");
  await drag("dragOver", "payments-small.csv");
  await expect(page.getByRole("heading", { name: "Let go to open it" })).toBeVisible();
  await drag("drop", "payments-small.csv");
  await expect(page.getByRole("heading", { name: "Let go to open it" })).toHaveCount(0);
  await expect(tableName(page)).toHaveText("payments-small.csv");
  await flaggedCount(page);

  await drag("dragEnter", "ragged.csv");
  await drag("dragOver", "ragged.csv");
  await expect(page.getByText("It takes the place of payments-small.csv")).toBeVisible();
  await drag("drop", "ragged.csv");
  await expect(tableName(page)).toHaveText("ragged.csv");
});

test("a packed file is opened as it is", async ({ page }) => {
  await start(page);
  await dropFixture(page, "pipes.csv.gz");
  await expect(tableName(page)).toHaveText("pipes.csv.gz");
  await flaggedCount(page);
});

test("a table is pasted by key", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await start(page);
  const lines = Array.from({ length: 40 }, (_, i) => `${i}\t${i === 20 ? 900 : 10 + (i % 7)}`);
  await page.evaluate((text) => navigator.clipboard.writeText(text), ["n\tamount", ...lines].join("\n"));
  await page.keyboard.press("Control+v");
  await expect(tableName(page)).toHaveText("Pasted table");
  await expect(page.getByText("40 rows x 2 columns")).toBeVisible();
});

test("a table is typed into the field", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Paste a table" }).click();
  const field = page.getByRole("textbox", { name: "Paste or type a table" });
  await field.fill("a,b");
  await expect(page.getByText("A table has at least two lines.")).toBeVisible();
  await field.fill(["a,b", ...Array.from({ length: 30 }, (_, i) => `${i % 5},${i === 9 ? 400 : i % 3}`)].join("\n"));
  await page.getByRole("button", { name: "Open this table" }).click();
  await expect(tableName(page)).toHaveText("Pasted table");
});

test("what cannot be opened is refused by name", async ({ page }) => {
  await start(page);
  await dropFile(page, "holidays.xlsx", "no workbook, but called one");
  await expect(page.getByText(/holidays\.xlsx is a spreadsheet workbook/)).toBeVisible();
  await dropFile(page, "holiday.jpg", "no image, but called one");
  const panel = page.getByRole("region", { name: "No image could be read" });
  await expect(panel.getByText("holiday.jpg", { exact: true })).toBeVisible();
  await chooseFile(page, "payments-small.csv");
  await expect(tableName(page)).toHaveText("payments-small.csv");
});
