import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";
import { unzipped, zipOf } from "../../scripts/samples/zip.mjs";
import { countIn, FILES } from "../fixtures/steps";
import type { DrivenBrowser } from "./driven-browser";
import { type At, type Visitor, visitorOf } from "./visitor";
import { builtWithoutFileSystem } from "./without-file-system";

const WHY: At = ["[role=region], section", /^Why this row$/];
const DETECTORS: At = ["[role=radiogroup]", /^Detectors$/];

/**
 * One journey for each kind of row in a browser of another engine: open, see what is flagged, why, move the threshold,
 * take it away.
 * @param start starts the browser; or why there is none, and the journeys are skipped
 * @param options comesAgain: what a page keeps is there on the next visit, also under the driver
 */
export function journeysIn(
  engine: string,
  start: (() => Promise<DrivenBrowser>) | string,
  { comesAgain = false } = {},
): void {
  if (typeof start === "string") {
    console.log(start);
    const annotation = { type: "skip", description: start };
    return test.skip(`journeys in ${engine}`, { annotation }, () => undefined);
  }
  // One start of the browser for all of them.
  test.describe.configure({ mode: "default" });
  let site: Awaited<ReturnType<typeof serve>>;
  let browser: DrivenBrowser;
  let visitor: Visitor;

  test.beforeAll(async () => {
    site = await serve({ dir: "dist" });
    browser = await start();
    visitor = visitorOf(browser);
  });
  test.beforeEach(async () => {
    await visitor.open(site.url);
    // What is dropped before the page stands is lost.
    await visitor.sees(["button", /open this sample/]);
  });
  test.afterEach(async () => expect(await visitor.complaints()).toEqual([]));
  test.afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test(`a table in ${engine}`, async () => {
    await visitor.drop("payments.csv", await readFile(`${FILES}payments-small.csv`));
    await visitor.sees(["h1", /^payments\.csv$/]);
    const count = await movedThreshold(visitor, /^Isolation forest$/);
    await visitor.press("j");
    await visitor.sees(WHY, ["h2", /^Row \d+$/]);
    await visitor.sees(WHY, ["[role=img]", /\s%, /]);
    await takenAway(visitor, count);
  });

  test(`a time series in ${engine}`, async () => {
    await visitor.click(["button", /^Taxi passengers, open this sample/]);
    await visitor.sees(["[role=figure], figure", /^passengers over time/]);
    const count = await movedThreshold(visitor, /^Consensus$/);
    // Of all that is flagged a step may stand for itself: one of the listed stretches is chosen.
    await visitor.click(["[role=grid]", /^Flagged stretches/], ["[role=row][aria-rowindex='2']"]);
    await visitor.sees(WHY, ["[role=region], section", /^The stretch/]);
    await takenAway(visitor, count);
  });

  test(`a log of events in ${engine}`, async () => {
    await visitor.click(["button", /^Storage log, open this sample/]);
    await visitor.sees(["[role=listbox]", /^Sequences, the strangest first/]);
    // It learns for long, and has to hear in the midst of it that it is not wanted.
    await visitor.sees(DETECTORS, [":scope > div", /^Next event \(RNN\)\s+Learning/]);
    await visitor.click(DETECTORS, ["button", /^Cancel Next event/]);
    await visitor.sees(DETECTORS, [":scope > div", /^Next event \(RNN\)\s+Cancelled/]);
    const count = await movedThreshold(visitor, /^n-gram surprise$/);
    await visitor.press("j");
    await visitor.sees(WHY, ["p, li", /^event E\d+ came where others were likelier/]);
    await takenAway(visitor, count);
  });

  test(`images in ${engine}`, async () => {
    await visitor.drop("buttons.zip", await someButtons());
    await visitor.sees(["h1", /^buttons\.zip$/]);
    const count = await movedThreshold(visitor);
    await visitor.press("j");
    await visitor.sees(WHY, ["canvas"]);
    await visitor.press("e");
    await visitor.click(["button", new RegExp(`^Download ${count} images? as \\.zip$`)]);
    await expect.poll(async () => (await visitor.taken()).map(({ name }) => name)).toContain("buttons-flagged.zip");
  });

  if (!comesAgain) return;
  test(`work that is kept in ${engine}, in its file system or its database, is there on the next visit`, async () => {
    await keptAndOpenedAgain(visitor, site.url);
    const built = builtWithoutFileSystem("dist");
    const other = await serve({ dir: built.dir });
    try {
      await visitor.open(other.url);
      await visitor.sees(["button", /open this sample/]);
      await keptAndOpenedAgain(visitor, other.url);
      const kept = await browser.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name)));
      expect(kept).toContain("anomaly-explorer");
    } finally {
      await other.close();
      built.remove();
    }
  });
}

/** Keeps a table that is dropped, comes again, and goes on with it. */
async function keptAndOpenedAgain(visitor: Visitor, address: string): Promise<void> {
  await visitor.drop("payments.csv", await readFile(`${FILES}payments-small.csv`));
  await visitor.sees(["h1", /^payments\.csv$/]);
  await visitor.click(["button", /Keep for next time\?$/]);
  await visitor.click(["label", /^Keep files on this machine/]);
  await visitor.sees(["[role=status]", /^Kept\. All of it is there when you come back\.$/]);
  await visitor.open(address);
  await visitor.click(["button", /^Continue with payments\.csv$/]);
  await visitor.sees(["h1", /^payments\.csv$/]);
  await visitor.sees(["[data-testid=flagged-count]", /[1-9]/]);
}

/** As many images of the sample as a network that was trained on others learns of in a few seconds. */
async function someButtons(): Promise<Buffer> {
  const all = unzipped(await readFile("public/samples/buttons.zip"));
  return zipOf(all.filter(({ path }) => /(train\/good\/0[01]|test\/bad\/.*-00[12])\d?\./.test(path)));
}

/**
 * Waits for all detectors and their consensus, puts what ranks the rows on screen in place of the findings, and flags a
 * row more; answers how many are flagged then.
 */
async function movedThreshold(visitor: Visitor, ranking?: RegExp): Promise<number> {
  const unfinished = async () => {
    const all = await visitor.names(DETECTORS, ["[type=radio]"]);
    const done = await visitor.names(DETECTORS, [":scope > div", /[\d,]+ flagged|Cancelled/]);
    return all.length === 0 ? Infinity : all.length - done.length;
  };
  await expect.poll(unfinished).toBe(0);
  const flagged = async () => countIn(await visitor.sees(["[data-testid=flagged-count]"]));
  if (ranking) {
    await visitor.click(DETECTORS, ["label", ranking]);
    // The count of what was on screen before stands for a moment.
    const line = await visitor.sees(DETECTORS, [":scope > div", new RegExp(ranking.source.replace("$", ""))]);
    await expect.poll(flagged).toBe(countIn(/[\d,]+ flagged/.exec(line)?.[0] ?? ""));
  }
  await expect.poll(flagged).toBeGreaterThan(0);
  const before = await flagged();
  await visitor.press("]");
  await expect.poll(flagged).toBeGreaterThan(before);
  return flagged();
}

/** The flagged rows are handed over as a file with their reasons. */
async function takenAway(visitor: Visitor, count: number): Promise<void> {
  await visitor.press("e");
  await visitor.click(["button", new RegExp(`^Download ${count.toLocaleString("en")} rows$`)]);
  await expect.poll(async () => (await visitor.taken()).length).toBeGreaterThan(0);
  const [file] = await visitor.taken();
  expect(file?.name).toMatch(/-flagged\.csv$/);
  const [head = "", ...rows] = (file?.text ?? "").trimEnd().split("\r\n");
  expect(head).toMatch(/,score,.*,reasons$/);
  expect(rows).toHaveLength(count);
}
