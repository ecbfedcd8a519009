// @ts-check
import { freshPage } from "../chromium.mjs";
import { generatedTable } from "../generated-table.mjs";
import { watchFirstResult } from "../in-page/watch-first-result.mjs";
import { median, rangeOf } from "../statistics.mjs";

const ROWS = 10_000;
const BAR_MS = 2000;

/** @type {import("../measure").Measure} */
export const dropToFlagged = {
  name: "drop-to-flagged",
  async run({ root, runs, app, browser }) {
    const file = await generatedTable(root, ROWS);
    const { url } = await app();
    const times = [];
    for (let run = 0; run < runs; run++) {
      const page = await freshPage(await browser(), url, [watchFirstResult]);
      await page.setInputFiles("input[type=file]", file);
      await page.waitForFunction(() => "flagged" in Reflect.get(globalThis, "marks"), undefined, { timeout: 60_000 });
      const marks = await page.evaluate(() => Reflect.get(globalThis, "marks"));
      times.push(marks.flagged - marks.chosen);
      await page.context().close();
    }
    return [
      {
        name: "drop of 10,000 x 10 to flagged rows",
        value: median(times),
        unit: "ms",
        bar: `at most ${BAR_MS} ms`,
        met: median(times) <= BAR_MS,
        spread: rangeOf(times, (ms) => ms.toFixed(0)),
        note: `median of ${runs} fresh pages`,
      },
    ];
  },
};
