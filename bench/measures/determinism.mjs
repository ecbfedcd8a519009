// @ts-check
import { openBenchPage } from "../bench-page.mjs";
import { generatedTable } from "../generated-table.mjs";

const ROWS = 5000;
const SEED = 7;

/** @type {import("../measure").Measure} */
export const determinism = {
  name: "determinism",
  async run({ root, benchSite, browser }) {
    const file = await generatedTable(root, ROWS);
    const { url } = await benchSite();
    const [first = {}, second = {}] = [await fingerprints(), await fingerprints()];
    const ids = Object.keys(first);
    const different = ids.filter((id) => first[id] !== second[id]);
    return [
      {
        name: "the same scores twice",
        value: ids.length - different.length,
        unit: `of ${ids.length} detectors`,
        bar: "all, to the last bit",
        met: different.length === 0,
        spread: "",
        note: different.length === 0 ? "two fresh pages" : `different: ${different.join(", ")}`,
      },
    ];

    /** @returns {Promise<Record<string, string>>} */
    async function fingerprints() {
      const page = await openBenchPage(await browser(), url);
      await page.open(file);
      /** @type {Record<string, string>} */
      const found = {};
      for (const id of await page.subjects())
        found[id] = await page.fingerprint({ detector: id, params: {}, seed: SEED, limitSeconds: 300 });
      await page.close();
      return found;
    }
  },
};
