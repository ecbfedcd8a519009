// @ts-check
import { stat } from "node:fs/promises";
const PATIENCE_MS = 300_000;
const MOST_MS = 1000;
const CANCELLED_AT = [0.1, 0.9];

/** @type {import("../measure").Measure} */
export const exportMillion = {
  name: "export-million",
  async run({ million }) {
    const { page } = await million();
    await page.getByRole("radio", { name: "Isolation forest", exact: true }).check();
    await page.getByRole("radiogroup", { name: "Screens" }).getByText("Export", { exact: true }).click();
    await page.getByText(/^All [\d,]+ rows$/).click();
    const button = page.getByRole("button", { name: /^Download [\d,]+ rows$/ });
    const progress = page.getByRole("progressbar", { name: "Progress of the export" });

    const start = performance.now();
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: PATIENCE_MS }), button.click()]);
    const seconds = (performance.now() - start) / 1000;
    const file = await download.path();
    const { size } = await stat(file);
    await download.delete();

    /** @type {number[]} */
    const cancelled = [];
    for (const share of CANCELLED_AT) {
      await button.click();
      await progress.waitFor();
      await page.waitForFunction(
        (least) =>
          [...document.querySelectorAll("[role=progressbar]")].some(
            (bar) => Number(bar.getAttribute("aria-valuenow")) >= least,
          ),
        100 * share,
        { polling: 20, timeout: PATIENCE_MS },
      );
      const asked = performance.now();
      await page.getByRole("main").getByRole("button", { name: "Cancel", exact: true }).click();
      // The worker answers others again: the preview is asked of it.
      await page.getByText(/^Cancelled/).waitFor();
      cancelled.push(performance.now() - asked);
    }
    const worst = Math.round(Math.max(...cancelled));
    return [
      {
        name: "1,000,000 x 10: export of all rows, by the page",
        value: Number(seconds.toFixed(1)),
        unit: "s",
        bar: "",
        met: null,
        spread: "",
        note: `${Math.round(size / 1e6)} MB, from the click until the browser has the file`,
      },
      {
        name: "1,000,000 x 10: export cancelled, by the page",
        value: worst,
        unit: "ms",
        bar: `at most ${MOST_MS} ms`,
        met: worst <= MOST_MS,
        spread: cancelled.map((ms) => ms.toFixed(0)).join(", "),
        note: `from the click, after ${CANCELLED_AT.map((share) => `${100 * share} %`).join(" and ")}`,
      },
    ];
  },
};
