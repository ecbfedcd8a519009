// @ts-check
import "../scripts/require-node.mjs";
import { writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/install.mjs";

const USAGE = `npm run bench -- [--only name,name] [--growth] [--gpu] [--tables DIR --reference FILE.json] [--runs 5] [--json FILE.json]`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureInstalled(root);
// Only now: these need the packages.
const { createTools } = await import("./tools.mjs");
const { machineOf, loadNow } = await import("./machine.mjs");
const { tableOf } = await import("./report.mjs");
const measures = await allMeasures();
/** What is only measured when it is asked for by an option of its own. */
const apart = [(await import("./measures/growth.mjs")).growth, (await import("./measures/gpu.mjs")).gpu];

const { only, tables, reference, runs, json } = asked();
const { tools, close } = createTools({ root, runs, tables, reference });
/** @type {(import("./measure").Row & { measure: string, load: number })[]} */
const rows = [];
let version = "";
try {
  version = (await tools.browser()).version();
  for (const measure of only) {
    console.error(`${measure.name} ...`);
    const found = await measure.run(tools).catch((error) => [failed(measure.name, error)]);
    rows.push(...found.map((row) => ({ ...row, measure: measure.name, load: loadNow() })));
  }
} finally {
  await close();
}
console.log(tableOf(rows));
if (json) {
  const report = { when: new Date().toISOString(), machine: machineOf(version), rows };
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
}

/** In the order of a visit: cheap ones first, the largest table last. */
async function allMeasures() {
  return [
    (await import("./measures/first-load.mjs")).firstLoad,
    (await import("./measures/drop-to-flagged.mjs")).dropToFlagged,
    (await import("./measures/against-scikit-learn.mjs")).againstScikitLearn,
    (await import("./measures/threads.mjs")).threads,
    (await import("./measures/determinism.mjs")).determinism,
    (await import("./measures/against-pandas.mjs")).againstPandas,
    (await import("./measures/workbook.mjs")).workbook,
    (await import("./measures/parquet.mjs")).parquet,
    (await import("./measures/conv-training.mjs")).convTraining,
    (await import("./measures/dense-training.mjs")).denseTraining,
    (await import("./measures/reference.mjs")).reference,
    (await import("./measures/million-rows.mjs")).millionRows,
    (await import("./measures/slider.mjs")).slider,
    (await import("./measures/export-rows.mjs")).exportRows,
    (await import("./measures/export-million.mjs")).exportMillion,
    (await import("./measures/cancels.mjs")).cancels,
  ];
}

function asked() {
  const path = { type: /** @type {const} */ ("string") };
  const flag = { type: /** @type {const} */ ("boolean"), default: false };
  const { values } = parseArgs({
    options: {
      only: path,
      tables: path,
      reference: path,
      runs: { ...path, default: "5" },
      json: path,
      growth: flag,
      gpu: flag,
    },
  });
  const names = values.only?.split(",");
  const unknown = names?.filter((name) => !measures.some((measure) => measure.name === name)) ?? [];
  const repeats = Number(values.runs);
  if (unknown.length || !Number.isInteger(repeats) || repeats < 1) {
    console.error(`${USAGE}\nBenchmarks: ${measures.map(({ name }) => name).join(", ")}`);
    process.exit(2);
  }
  const alone = apart.filter(({ name }) => values[/** @type {"growth" | "gpu"} */ (name)]);
  return {
    only: alone.length ? alone : measures.filter(({ name }) => names?.includes(name) ?? true),
    tables: values.tables ? resolve(values.tables) : null,
    reference: values.reference ? resolve(values.reference) : null,
    runs: repeats,
    json: values.json,
  };
}

/**
 * @param {string} name
 * @param {unknown} error
 * @returns {import("./measure").Row}
 */
function failed(name, error) {
  const [why = ""] = String(error).split("\n");
  return { name, value: null, unit: "", bar: "to finish", met: false, spread: "", note: why };
}
