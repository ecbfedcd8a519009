import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import {
  clearCalls,
  countIn,
  detectorLine,
  expectAccessible,
  exported,
  findings,
  flaggedCount,
  flaggedSentence,
  goTo,
  rowAt,
  runsAsked,
  runsDone,
  segment,
  showRanking,
  start,
  whyPanel,
} from "./fixtures/steps";

test("the whole job with the mouse", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Card payments, open this sample" }).click();

  const grid = page.getByRole("grid", { name: "Rows of the table" });
  const detectors = page.getByRole("radiogroup", { name: "Detectors" });
  let count = 0;

  await test.step("flagged rows are there without another click", async () => {
    await runsDone(page);
    // Nothing stands out for sure here, so that the consensus is shown.
    await expect.poll(() => flaggedCount(page)).toBeGreaterThan(0);
    const asked = await runsAsked(page);
    expect(asked[0]).toBe("findings");
    expect(asked.slice(1).sort()).toEqual(["isolation-forest", "k-means", "mcd", "robust-z"]);
  });

  await test.step("what stands out is told, each with its reason, and explained by a click", async () => {
    await segment(page, "False alarms to expect", "2").click();
    await expect(findings(page).getByRole("heading", { name: /^\d+ rows? stands? out$/ })).toBeVisible();
    const line = findings(page).getByRole("list").first().getByRole("button").first();
    const [place = "", sentence = ""] = (await line.innerText()).split("\n");
    await line.click();
    await expect(line).toHaveAttribute("aria-pressed", "true");
    await expect(whyPanel(page).getByRole("heading", { name: place, exact: true })).toBeVisible();
    await expect(whyPanel(page).getByText(`${sentence}.`)).toBeVisible();
    await expectAccessible(page, "findings");
  });

  await test.step("what ranks the rows is a click away", async () => {
    await showRanking(page);
    count = await flaggedCount(page);
    // The table stands where the finding is.
    await grid.press("Home");
    await expect(rowAt(grid, 1).getByText("distance_km")).toBeVisible();
    await clearCalls(page);
  });

  await test.step("the threshold is dragged, and nothing runs again", async () => {
    await segment(page, "Kind of chart", "Histogram").click();
    await dragThreshold(page, 60);
    await expect.poll(() => flaggedCount(page)).toBeLessThan(count);
    const fewer = await flaggedCount(page);
    await expect(segment(page, "Which rows the table shows", /^Flagged/)).toHaveText(
      `Flagged ${fewer.toLocaleString("en")}`,
    );
    expect(await runsAsked(page)).toEqual([]);

    await dragThreshold(page, 40);
    await expect.poll(() => flaggedCount(page)).toBeLessThan(fewer);
    // Each drag is a step of its own.
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => flaggedCount(page)).toBe(fewer);
    count = fewer;
  });

  await test.step("a row says why, in words, in bars, and beside an ordinary row", async () => {
    await rowAt(grid, 1).click();
    const why = whyPanel(page);
    const row = await rowAt(grid, 1).getByRole("gridcell").first().innerText();
    await expect(why.getByRole("heading", { name: `Row ${row}`, exact: true })).toBeVisible();
    await expect(why.getByText(/distance_km [\d,]+ is [\d,]+ times the usual/)).toBeVisible();
    await expect(why.getByRole("img", { name: /^distance_km [\d.]+ %, / })).toBeVisible();
    const nearest = why.getByRole("region", { name: "Nearest ordinary row" });
    await expect(nearest.getByRole("row").nth(1)).toContainText("distance_km");
    await expect(nearest.getByRole("button", { name: /^Row [\d,]+$/ })).toBeVisible();
  });

  await test.step("another detector is one click away, and has a threshold of its own", async () => {
    const told = countIn(
      await detectorLine(page, "Robust z")
        .getByText(/^[\d,]+ flagged/)
        .innerText(),
    );
    await detectors.getByText("Robust z", { exact: true }).click();
    await expect.poll(() => flaggedCount(page)).toBe(told);
    await expect(whyPanel(page).getByRole("heading", { level: 2 })).toBeVisible();
    expect(await runsAsked(page)).toEqual([]);
    await detectors.getByText("Isolation forest", { exact: true }).click();
    await expect.poll(() => flaggedCount(page)).toBe(count);
  });

  await test.step("a setting is changed, and only that detector runs again", async () => {
    const trees = page.getByRole("textbox", { name: "Trees" });
    await trees.fill("40");
    await trees.press("Enter");
    await expect.poll(() => runsAsked(page)).toEqual(["isolation-forest"]);
    await runsDone(page);
  });

  await test.step("undo brings the settings and their result back at once", async () => {
    await clearCalls(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("textbox", { name: "Trees" })).toHaveValue("100");
    await expect.poll(() => flaggedCount(page)).toBe(count);
    expect(await runsAsked(page)).toEqual([]);
  });

  await test.step("the flagged rows are taken away", async () => {
    await goTo(page, "Export");
    const { name, rows, columns } = await exported(
      page,
      page.getByRole("button", { name: `Download ${count.toLocaleString("en")} rows` }),
    );
    expect(name).toBe("card-payments-flagged.csv");
    expect(columns.slice(-6)).toEqual(["row", "score", "percentile", "anomaly score (0-100)", "flagged", "reasons"]);
    expect(columns).toContain("distance_km");
    expect(rows).toHaveLength(count);
    const scores = rows.map(({ score }) => Number(score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { flagged, reasons } of rows) {
      expect(flagged).toBe("1");
      expect(reasons).toMatch(/\(.+, \d+ %\)/);
    }
    await expect(page.getByText(/was handed to your browser's downloads/)).toBeVisible();
  });

  await test.step("the way back leads to the start page", async () => {
    await page.getByRole("button", { name: /back to the start page/ }).click();
    await expect(page.getByRole("region", { name: "Or open a sample" })).toBeVisible();
    await expect(flaggedSentence(page)).toHaveCount(0);
  });
});

/** Drags the line on the chart of scores by so many pixels. */
async function dragThreshold(page: Page, by: number): Promise<void> {
  const panel = page.getByRole("region", { name: "Where strange begins" });
  const box = await panel.getByRole("slider", { name: "Threshold: rows at or above it are flagged" }).boundingBox();
  if (!box) throw new Error("the threshold has no place on screen");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 6 });
  await page.mouse.up();
}
