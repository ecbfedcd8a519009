import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures/app";
import {
  chooseFile,
  dropFile,
  dropFixture,
  FILES,
  flaggedCount,
  goTo,
  rowAt,
  runsDone,
  start,
  tableName,
  whyPanel,
} from "./fixtures/steps";

const table = (rows: number, line: (row: number) => string) =>
  Array.from({ length: rows }, (_, row) => line(row)).join("\n");

/** Nothing of these can be a table: each says so, and leaves what was open. */
const unreadable: readonly { file: string; content?: string | Buffer; title: string }[] = [
  { file: "empty.csv", title: "The file is empty" },
  { file: "header-only.csv", title: "Only column names, no rows" },
  {
    file: "photo.csv",
    content: Buffer.from("\x89PNG\r\n\x1a\n and no more", "latin1"),
    title: "No image could be read",
  },
  { file: "noise.csv", content: Buffer.alloc(2000, 7), title: "This file is not a text table" },
  {
    file: "late-quote.csv",
    // Prose without an end, which is no rows: a quote that rows follow is taken for ordinary text, and told.
    content: `id,remark,value\n${table(20_000, (row) => `${row},fine,${row % 91}`)}\n20000,"fine\n${"and so it went on\n".repeat(300_000)}`,
    title: "A quote is never closed",
  },
  { file: "answer.csv", content: '{"a": 1, "b": "x"}', title: "This JSON holds no table" },
  { file: "cut-off.json", content: '[{"a": 1}, {"a": ', title: "This JSON file cannot be read" },
  {
    file: "cut-off.csv.gz",
    content: gzipSync(table(5000, (row) => `${row},${(row * row) % 977}`)).subarray(0, 4000),
    title: "The .gz file cannot be unpacked",
  },
  { file: "wide.csv", content: `${"a,".repeat(60_000)}a\n${"1,".repeat(60_000)}1\n`, title: "Too many columns" },
];

test("what cannot be read is told, and the open table survives it", async ({ page }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  await runsDone(page);
  const count = await flaggedCount(page);

  for (const { file, content, title } of unreadable) {
    await test.step(file, async () => {
      if (content === undefined) await dropFixture(page, file);
      else await dropFile(page, file, content);
      const told = page.getByRole("region", { name: title });
      await expect(told).toBeVisible();
      await expect(told.getByText(file, { exact: true })).toBeVisible();
      await told.getByRole("button", { name: "Keep working with payments-small.csv" }).click();
      await expect(told).toHaveCount(0);
      await expect(tableName(page)).toHaveText("payments-small.csv");
      expect(await flaggedCount(page)).toBe(count);
    });
  }

  await test.step("the open table still answers everything", async () => {
    await rowAt(page.getByRole("grid"), 1).click();
    await expect(whyPanel(page).getByRole("region", { name: "Nearest ordinary row" }).getByRole("table")).toBeVisible();
    await goTo(page, "Data");
    await expect(page.getByText("Columns are separated by commas.")).toBeVisible();
    await page.getByRole("button", { name: "Change: column names" }).click();
    await page.getByRole("menuitem", { name: /There are no column names/ }).click();
    await expect(page.getByText("There are no column names; the first line is data.")).toBeVisible();
    await expect(tableName(page)).toHaveText("payments-small.csv");
  });
});

test("a quote that never closes costs no rows, is told, and can be read both ways", async ({ page }) => {
  await start(page);
  await chooseFile(page, "unclosed-quote.csv");
  await expect(page.getByText(/Quotes were read as ordinary text/)).toBeVisible();
  await flaggedCount(page);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("button", { name: /^Read as: double quotes/ }).click();
  await expect(page.getByText(/^1 row has quotes that do not pair up \(line 13\)\./)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^1 row has quotes that do not pair up \(line 13\)\./)).toHaveCount(0);
  await goTo(page, "Explore");
  await flaggedCount(page);
});

test("a file that cannot be read does not stop the next one", async ({ page }) => {
  await start(page);
  await chooseFile(page, "header-only.csv");
  await page
    .getByRole("region", { name: /Only column names/ })
    .getByRole("button", { name: "Close" })
    .click();
  await chooseFile(page, "empty.csv");
  await expect(page.getByRole("region", { name: "The file is empty" })).toBeVisible();
  await page
    .getByRole("region", { name: "The file is empty" })
    .locator("input[type=file]")
    .setInputFiles(`${FILES}payments-small.csv`);
  await expect(tableName(page)).toHaveText("payments-small.csv");
  expect(await flaggedCount(page)).toBeGreaterThan(0);
});
