import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import {
  countIn,
  dropFile,
  expectAccessible,
  expectNoSideways,
  exported,
  flaggedCount,
  goTo,
  rankingOnPhone,
  rowAt,
  runsDone,
  segment,
  showRanking,
  start,
  whyPanel,
} from "./fixtures/steps";

const SAMPLE = "Taxi passengers, open this sample";

function chart(page: Page) {
  return page.getByRole("figure", { name: "passengers over time" });
}

function stretches(page: Page) {
  return page.getByRole("grid", { name: "Flagged stretches" });
}

/** The first stretch that is listed, once there is one. */
async function firstStretch(page: Page): Promise<string> {
  await expect(rowAt(stretches(page), 1)).toBeVisible();
  return rowAt(stretches(page), 1).innerText();
}

test("the strange stretches of a series, from the first look to the file", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: SAMPLE }).click();

  await test.step("it is read as a series, and its stretches are there without a click", async () => {
    await expect(chart(page)).toBeVisible();
    await showRanking(page, "Consensus");
    await expect(page.getByText(/^Read as a time series: 100\s% of the steps in time/)).toBeVisible();
    await firstStretch(page);
    await runsDone(page);
    await expect(segment(page, "Which table", /^Stretches \d+$/)).toBeVisible();
    await expectAccessible(page, "a series");
  });

  await test.step("a stretch is chosen: the brush goes there, and what surrounds it is told", async () => {
    const brush = chart(page).getByRole("slider", { name: "Part of the series in view" });
    const before = await brush.getAttribute("aria-valuetext");
    await page.keyboard.press("j");
    await expect(stretches(page).getByRole("row", { selected: true })).toHaveCount(1);
    await expect(brush).not.toHaveAttribute("aria-valuetext", before ?? "");
    await expect(whyPanel(page).getByRole("region", { name: "The stretch" })).toContainText(/ to /);
    await expect(whyPanel(page).getByRole("figure", { name: /same hours, 6 other weeks/ })).toBeVisible();
    const first = await whyPanel(page).getByRole("heading", { level: 2 }).innerText();
    await page.keyboard.press("j");
    await expect(whyPanel(page).getByRole("heading", { level: 2 })).not.toHaveText(first);
    await expectAccessible(page, "a stretch");
  });

  await test.step("the brush is dragged, and moved by keys", async () => {
    const start = chart(page).getByRole("slider", { name: "Start of the part in view" });
    const told = await start.getAttribute("aria-valuetext");
    const at = await start.boundingBox();
    if (!at) throw new Error("the brush has no handle");
    await page.mouse.move(at.x + 6, at.y + 20);
    await page.mouse.down();
    await page.mouse.move(at.x - 60, at.y + 20, { steps: 4 });
    await page.mouse.up();
    await expect(start).not.toHaveAttribute("aria-valuetext", told ?? "");
    await start.press("Home");
    await expect(start).toHaveAttribute("aria-valuetext", "Jul 1, 2014");
  });

  await test.step("the threshold under the line is moved, and fewer rows are flagged", async () => {
    const count = await flaggedCount(page);
    const threshold = chart(page).getByRole("slider", { name: /^Threshold/ });
    await threshold.press("Shift+ArrowUp");
    await expect.poll(() => flaggedCount(page)).toBeLessThan(count);
  });

  await test.step("labelled windows are dropped beside it: they are drawn, and the stretches are evaluated by them", async () => {
    const windows = { "known/taxi-passengers.csv": [["2014-10-30 15:30:00", "2014-11-03 22:30:00"]], "other.csv": [] };
    await dropFile(page, "windows.json", JSON.stringify(windows));
    await expect(chart(page).getByText("labelled", { exact: true })).toBeVisible();
    await expect(page.getByText(/^Stretches: 1 of 1 labelled ones found .* VUS-PR 0\.\d{3}$/)).toBeVisible();
    await expectAccessible(page, "a series that is evaluated");
    await page.getByRole("button", { name: "Remove the labelled windows" }).click();
    // The label column is drawn and evaluates again.
    await expect(page.getByText(/^Stretches: 1 of 1 labelled ones found/)).toBeHidden();
    await expect(chart(page).getByText("labelled", { exact: true })).toBeVisible();
  });

  await test.step("short stretches are left out on demand, in a step that can be undone", async () => {
    const listed = async () => countIn(await segment(page, "Which table", /^Stretches \d+$/).innerText());
    const all = await listed();
    const least = page.getByRole("textbox", { name: "At least" });
    await least.fill("100000");
    await expect.poll(listed).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(listed).toBe(all);
  });

  await test.step("the stretches are a file, one line each", async () => {
    const listed = countIn(await segment(page, "Which table", /^Stretches \d+$/).innerText());
    await goTo(page, "Export");
    const file = await exported(page, page.getByRole("button", { name: "Download the stretches" }));
    expect(file.name).toBe("taxi-passengers-stretches.csv");
    expect(file.columns.slice(0, 3)).toEqual(["start", "end", "steps"]);
    expect(file.rows).toHaveLength(listed);
    expect(file.rows[0]?.["start"]).toMatch(/^201[45]-\d\d-\d\dT/);
  });
});

test("a series is a table again in one click, and its window is chosen by eye", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: SAMPLE }).click();
  await expect(chart(page)).toBeVisible();
  await page.getByRole("button", { name: "Treat as a table" }).click();
  await expect(page.getByRole("figure", { name: "Map" })).toBeVisible();
  await page.getByRole("button", { name: "Treat as a time series" }).click();
  await expect(chart(page)).toBeVisible();

  await goTo(page, "Prepare");
  const window = page.getByRole("slider", { name: "Window in steps" });
  await expect(window).toBeVisible();
  const suggested = Number(await window.getAttribute("aria-valuenow"));
  await window.press("ArrowRight");
  await expect(window).toHaveAttribute("aria-valuenow", String(suggested + 1));
  await expectAccessible(page, "the settings of a series");
  await page.getByRole("button", { name: /^Suggested: / }).click();
  await expect(window).toHaveAttribute("aria-valuenow", String(suggested));
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a stretch is found, seen and understood", async ({ page }) => {
    await start(page);
    await page.getByRole("button", { name: SAMPLE }).tap();
    await rankingOnPhone(page, "Consensus");
    await firstStretch(page);
    await expectNoSideways(page, "stretches");
    await rowAt(stretches(page), 1).tap();
    await expect(page.getByRole("dialog").getByRole("region", { name: "The stretch" })).toBeVisible();
    await page.keyboard.press("Escape");
    await segment(page, "Parts of the screen", "Charts").tap();
    await expect(chart(page)).toBeVisible();
    await expectNoSideways(page, "charts");
    await goTo(page, "Prepare");
    await expect(page.getByRole("slider", { name: "Window in steps" })).toBeVisible();
    await expectNoSideways(page, "Prepare");
  });
});
