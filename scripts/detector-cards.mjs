// @ts-check
import { isDeepStrictEqual } from "node:util";
import { runnerImport } from "vite";

const CARDS = "/src/state/detector-cards.ts";

/**
 * In the build, replaces the module of detector cards by what it exports, so that the page carries words and
 * settings instead of thirty detectors and their mathematics.
 * @type {import("vite").Plugin}
 */
export const detectorCards = {
  name: "detector-cards",
  apply: "build",
  enforce: "pre",
  async load(id) {
    if (!id.endsWith(CARDS)) return null;
    const { module, dependencies } = await runnerImport(id);
    for (const file of dependencies) this.addWatchFile(file);
    const code = Object.entries(module).map(([name, value]) => {
      const json = JSON.stringify(value);
      if (!isDeepStrictEqual(JSON.parse(json), value)) this.error(`${name} of ${CARDS} is not plain JSON`);
      return `export const ${name} = ${json};`;
    });
    return { code: code.join("\n"), moduleType: "js" };
  },
};
