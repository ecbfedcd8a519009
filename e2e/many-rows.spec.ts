import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import {
  detectorLine,
  findings,
  flaggedCount,
  flaggedSentence,
  runsDone,
  showRanking,
  start,
  tableName,
} from "./fixtures/steps";

const PROGRESS = /Reading generated\.csv · [\d,]+ rows · [\d.]+ MB of [\d.]+ MB/;

test("reading is stopped half way, and leads back to the start page", async ({ page }) => {
  await start(page);
  // Pressed by the page itself in the moment the button shows rows: a fast machine would be done before a test has looked.
  await watchReading(page, "stop");
  await dropGenerated(page, 200_000);
  await expect(page.getByRole("region", { name: "Or open a sample" })).toBeVisible();
  expect(await wordsOfReading(page)).toMatch(PROGRESS);
  await expect(flaggedSentence(page)).toHaveCount(0);
});

test("200,000 rows open with progress; a run is stopped, and its earlier result stays", async ({ page }) => {
  await start(page);
  await watchReading(page, "let it go on");
  await dropGenerated(page, 200_000);
  await expect(tableName(page)).toHaveText("generated.csv");
  expect(await wordsOfReading(page)).toMatch(PROGRESS);
  await expect(page.getByText("200,000 rows x 10 columns")).toBeVisible();
  await expect(findings(page).getByRole("heading")).toBeVisible();
  await runsDone(page);
  await showRanking(page);
  const count = await flaggedCount(page);

  const trees = page.getByRole("textbox", { name: "Trees" });
  await trees.fill("1000");
  await trees.press("Enter");
  await page.getByRole("button", { name: "Cancel Isolation forest" }).click();
  const line = detectorLine(page, "Isolation forest");
  await expect(line.getByText("Cancelled")).toBeVisible();
  await expect(line.getByRole("button", { name: "Run Isolation forest" })).toBeVisible();
  await expect(line.getByText("earlier settings")).toBeVisible();
  expect(await flaggedCount(page)).toBe(count);

  await page.getByRole("button", { name: "Undo" }).click();
  await runsDone(page);
  expect(await flaggedCount(page)).toBe(count);

  const grid = page.getByRole("grid");
  await page.getByRole("radiogroup", { name: "Which rows the table shows" }).getByText(/^All /).click();
  // Of the ten columns those of the strongest reasons stand in view.
  await grid.getByRole("button", { name: /^c\d$/ }).first().click();
  await expect(grid).toHaveAttribute("aria-busy", "false");
  await expect(grid).toHaveAttribute("aria-rowcount", "200001");
  expect(await grid.getByRole("row").count()).toBeLessThan(80);
});

/** Notes what is said the first time that a reading tells of rows, and presses the button beside it if so told. */
async function watchReading(page: Page, then: "stop" | "let it go on"): Promise<void> {
  await page.evaluate((stops) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const words = document.querySelector("[role=progressbar]")?.parentElement;
      const text = words?.textContent ?? "";
      if (!/[1-9][\d,]* rows/.test(text) || seen.length > 0) return;
      seen.push(text);
      if (stops) words?.querySelector("button")?.click();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, then === "stop");
}

async function wordsOfReading(page: Page): Promise<string | undefined> {
  const [words] = await page.evaluate(() => (window as unknown as { seen: string[] }).seen); // Put there by `watchReading`.
  return words;
}

/** Lets go of a table of normal numbers, made in the page, in ten columns named c0 to c9. */
async function dropGenerated(page: Page, rows: number): Promise<void> {
  await page.evaluate((count) => {
    let state = 1;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const parts = ["c0,c1,c2,c3,c4,c5,c6,c7,c8,c9\n"];
    for (let row = 0; row < count; row++) {
      let line = "";
      for (let column = 0; column < 10; column++)
        line += `${column ? "," : ""}${(random() + random() + random() + (row % 5000 === 7 ? column : 0)).toFixed(4)}`;
      parts.push(`${line}\n`);
    }
    const transfer = new DataTransfer();
    transfer.items.add(new File([parts.join("")], "generated.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, rows);
}
