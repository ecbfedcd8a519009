import { expect, test } from "./fixtures/app";
import { dropFile, rowAt, runsDone, segment, start, tableName } from "./fixtures/steps";

/** 200 ordinary rows but for the one that holds `amount`. */
function payments(amount: number): string {
  const lines = Array.from({ length: 200 }, (_, row) => `${row},${row === 120 ? amount : 1000 + (row % 9)},${row % 7}`);
  return ["id,amount,days", ...lines, ""].join("\n");
}

test("an edited file of equal length takes the place of the open one, cells and scores", async ({ page }) => {
  const [before, after] = [payments(9003), payments(1003)];
  expect(after).toHaveLength(before.length);
  const grid = page.getByRole("grid", { name: "Rows of the table" });
  const strangest = rowAt(grid, 1);
  const showAll = () => segment(page, "Which rows the table shows", /^All/).click();

  await start(page);
  await dropFile(page, "payments.csv", before);
  await expect(tableName(page)).toHaveText("payments.csv");
  await runsDone(page);
  await showAll();
  await expect(strangest.getByRole("gridcell").first()).toHaveText("121");
  await expect(strangest).toContainText("9003");

  await dropFile(page, "payments.csv", after);
  await expect(grid.getByText("9003")).toHaveCount(0);
  await runsDone(page);
  await showAll();
  await expect(strangest).toBeVisible();
  await expect(strangest.getByRole("gridcell").first()).not.toHaveText("121");
  await expect(grid).not.toContainText("9003");
});
