// @ts-check
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "../../scripts/build.mjs";
import { FIRST_LOAD_KB } from "../../scripts/first-load-budget.mjs";

/** @type {import("../measure").Measure} */
export const firstLoad = {
  name: "first-load",
  async run({ root }) {
    ensureBuilt(root);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/check-bundle.mjs")], {
      encoding: "utf8",
    });
    const kilobytes = Number(/([\d.]+) kB {2}first load/.exec(stdout)?.[1] ?? NaN);
    return [
      {
        name: "first load, gzip",
        value: kilobytes,
        unit: "kB",
        bar: `at most ${FIRST_LOAD_KB} kB, no tfjs`,
        met: status === 0 && kilobytes <= FIRST_LOAD_KB,
        spread: "",
        note: stderr.trim() || "no tfjs in it",
      },
    ];
  },
};
