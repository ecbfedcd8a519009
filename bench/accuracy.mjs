// @ts-check
import "../scripts/require-node.mjs";
import { writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/install.mjs";

const USAGE =
  "npm run bench:accuracy -- [--tables DIR] [--series DIR] [--events FILE] [--images DIR] --out FILE.json [--detectors a,b] [--seeds 3] [--limit SECONDS, 300] [--taught]";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const text = { type: /** @type {const} */ ("string") };
const { values } = parseArgs({
  options: {
    tables: text,
    series: text,
    events: text,
    images: text,
    out: text,
    detectors: text,
    seeds: { ...text, default: "3" },
    limit: { ...text, default: "300" },
    taught: { type: "boolean", default: false },
  },
});
const seeds = Number(values.seeds);
const limitSeconds = Number(values.limit);
const given = values.tables ?? values.series ?? values.events ?? values.images;
if (!given || !values.out || !Number.isInteger(seeds) || seeds < 1 || !(limitSeconds > 0)) {
  console.error(USAGE);
  process.exit(2);
}

ensureInstalled(root);
// Only now: these need the packages.
const { createTools } = await import("./tools.mjs");
const { evaluateTable, imagesIn, tablesIn } = await import("./evaluate-tables.mjs");
const { summaryOf } = await import("./accuracy-summary.mjs");

const contenders = values.detectors?.split(",").map((id) => ({ id, params: {} })) ?? null;
const { tools, close } = createTools({ root, runs: 1, tables: null, reference: null });
/** @type {import("./evaluate-tables.mjs").Evaluated[]} */
const rows = [];
try {
  const where = { browser: await tools.browser(), url: (await tools.benchSite()).url };
  for (const { file, kind } of files()) {
    console.error(`${basename(file)} ...`);
    rows.push(
      ...(await evaluateTable(where, file, { contenders, seeds, limitSeconds, kind, isTaught: values.taught })),
    );
    // After every table, so that a long run that is stopped has not been for nothing.
    writeFileSync(values.out, `${JSON.stringify({ rows }, null, 1)}\n`);
  }
} finally {
  await close();
}
console.log(summaryOf(rows));

/** @returns {{ file: string, kind: import("../src/core/kinds/row-kind").RowKindName }[]} */
function files() {
  /** @param {string | undefined} folder */
  const all = (folder) => (folder === undefined ? [] : tablesIn(resolve(folder)));
  return [
    ...all(values.tables).map((file) => ({ file, kind: /** @type {const} */ ("rows") })),
    ...all(values.series).map((file) => ({ file, kind: /** @type {const} */ ("series") })),
    ...(values.events === undefined ? [] : [{ file: resolve(values.events), kind: /** @type {const} */ ("events") }]),
    ...(values.images === undefined
      ? []
      : imagesIn(resolve(values.images)).map((file) => ({ file, kind: /** @type {const} */ ("images") }))),
  ];
}
