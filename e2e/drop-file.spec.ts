import { resolve } from "node:path";
import { expect, test } from "./fixtures/app";
import { chooseFile, dropFile, dropFixture, FILES, flaggedCount, goTo, start, tableName } from "./fixtures/steps";

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
  await expect(page.getByRole("heading", { name: "Drop to open" })).toBeVisible();
  await drag("drop", "payments-small.csv");
  await expect(page.getByRole("heading", { name: "Drop to open" })).toHaveCount(0);
  await expect(tableName(page)).toHaveText("payments-small.csv");
  await flaggedCount(page);

  await drag("dragEnter", "ragged.csv");
  await drag("dragOver", "ragged.csv");
  await expect(page.getByText("It replaces payments-small.csv")).toBeVisible();
  await drag("drop", "ragged.csv");
  await expect(tableName(page)).toHaveText("ragged.csv");
});

test("a packed file is opened as it is", async ({ page }) => {
  await start(page);
  await dropFixture(page, "pipes.csv.gz");
  await expect(tableName(page)).toHaveText("pipes.csv.gz");
  await flaggedCount(page);
});

test("JSON Lines are opened as the table that they are, and what was left out is told", async ({ page }) => {
  await start(page);
  const lines = Array.from({ length: 60 }, (_, i) =>
    JSON.stringify({ at: { x: i === 20 ? 900 : 10 + (i % 7) }, kind: i % 2 ? "a" : "b", tags: ["new"] }),
  );
  await dropFile(page, "events.jsonl", [...lines, '{"at": {'].join("\n"));
  await expect(tableName(page)).toHaveText("events.jsonl");
  expect(await flaggedCount(page)).toBeGreaterThan(0);
  await goTo(page, "Data");
  await expect(page.getByText("Cells that hold a list: 60. They were kept as JSON text.")).toBeVisible();
  await expect(page.getByText(/Lines that are not a complete JSON object: 1, the first of them line 61/)).toBeVisible();
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

test("what cannot be opened is refused as what it is, whatever it is called", async ({ page }) => {
  await start(page);
  const refusal = (title: string) => page.getByRole("region", { name: title });
  await dropFile(page, "table.csv", `PK\u0003\u0004${"\0".repeat(26)}xl/workbook.xml`);
  await expect(refusal("This Excel file cannot be read").getByText("table.csv", { exact: true })).toBeVisible();
  await dropFile(page, "holiday.jpg", "no image, but called one");
  await expect(refusal("Only column names, no rows").getByText("holiday.jpg", { exact: true })).toBeVisible();
  await dropFile(page, "windows.json", '[["2014-01-01", "2014-01-02"]]');
  await expect(page.getByText(/windows\.json holds labelled windows of time/)).toBeVisible();
  await dropFile(page, "export.xls", "a\tb\n1\t2\n3\t4\n5\t900\n");
  await expect(tableName(page)).toHaveText("export.xls");
  await dropFixture(page, "binary.csv");
  await expect(tableName(page)).toHaveText("binary.csv");
  await expect(page.getByRole("banner").getByText("1 image")).toBeVisible();
});
