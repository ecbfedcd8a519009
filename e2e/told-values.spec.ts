import { expect, test } from "./fixtures/app";
import { dropFile, goTo, runsDone, tableName } from "./fixtures/steps";

const two = (part: number) => String(part).padStart(2, "0");

/** A logger that writes date and time of day apart, and -9999 where a sensor fails. */
function logged(): string {
  const lines = Array.from({ length: 288 }, (_, i) => {
    const flow = i % 40 === 7 ? "-9999" : (40 + 3 * Math.sin(i / 9)).toFixed(2);
    return `2024-05-${two(22 + Math.floor(i / 144))};${two(Math.floor((i % 144) / 6))}:${two((i % 6) * 10)}:00;${flow}`;
  });
  return ["Date;Time;Flow", ...lines, ""].join("\n");
}

test("a date and a time of day are one series, and -9999 is no value after one click", async ({ page }) => {
  await page.goto("./");
  await dropFile(page, "flow.csv", logged());
  await expect(tableName(page)).toHaveText("flow.csv");
  await runsDone(page);
  await expect(page.getByText(/Date/).first()).toBeVisible();

  await goTo(page, "Data");
  const report = page.getByRole("region", { name: "What happened while reading" });
  await expect(report).toContainText("The date and the time of day were read as one time, kept in Date.");
  await expect(report).toContainText("Its times have no time zone and are shown as written.");
  await expect(report).toContainText(
    "Flow: -9999 is far from all other values and looks like “no value”. Cells with it: 8",
  );

  await report.getByRole("button", { name: "Flow: Treat -9999 as “no value”" }).click();
  await expect(report).toContainText("Flow: 8 cells mean “no value”, for instance “-9999”.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(report).toContainText("Flow: -9999 is far from all other values");

  await report.getByRole("button", { name: "Date, Time: Keep them apart" }).click();
  await expect(report.getByRole("button", { name: "Date, Time: Read them as one time" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(report.getByRole("button", { name: "Date, Time: Keep them apart" })).toBeVisible();
});
