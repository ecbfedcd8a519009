// @ts-check
import { freshPage } from "./chromium.mjs";

/** @typedef {import("./page/bench").Bench} Bench */

/**
 * A fresh page with an engine of its own.
 * @param {import("playwright").Browser} browser
 * @param {string} url where serveBenchPage serves
 */
export async function openBenchPage(browser, url) {
  const page = await freshPage(browser, url);
  const bench = () =>
    page.evaluateHandle(() => /** @type {{ bench: Bench }} */ (/** @type {unknown} */ (globalThis)).bench);
  return {
    /** @returns {Promise<ReturnType<Bench["subjects"]>>} */
    subjects: async () => (await bench()).evaluate((tools) => tools.subjects()),
    /**
     * @param {string} file path of a table, or of a folder of images
     * @param {number} limitSeconds
     * @param {import("../src/core/kinds/row-kind").RowKindName} kind what its rows are evaluated as
     */
    async open(file, limitSeconds = 120, kind = "rows") {
      await page.setInputFiles(kind === "images" ? "#folder" : "#file", file);
      return (await bench()).evaluate((tools, asked) => tools.open(asked.limitSeconds, asked.kind), {
        limitSeconds,
        kind,
      });
    },
    /** @param {import("./page/bench").Order} order */
    run: async (order) => (await bench()).evaluate((tools, asked) => tools.run(asked), order),
    /** @param {import("./page/bench").Order} order */
    fingerprints: async (order) => (await bench()).evaluate((tools, asked) => tools.fingerprints(asked), order),
    /** @param {import("./page/bench").CancelOrder} order */
    cancels: async (order) => (await bench()).evaluate((tools, asked) => tools.cancels(asked), order),
    /** @param {readonly string[]} detectors @param {number} threads */
    together: async (detectors, threads) =>
      (await bench()).evaluate((tools, asked) => tools.together(asked.detectors, asked.threads), {
        detectors,
        threads,
      }),
    close: () => page.context().close(),
  };
}
