// @ts-check
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "../../scripts/build.mjs";

const BAR_KB = 300;

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
        bar: `at most ${BAR_KB} kB, no tfjs`,
        met: status === 0 && kilobytes <= BAR_KB,
        spread: "",
        note: stderr.trim() || "no tfjs in it",
      },
    ];
  },
};
