// @ts-check
import { readFileSync } from "node:fs";
import { meanOn, meanOverTables, tablesOf } from "../accuracy-summary.mjs";
import { evaluateTable, tablesIn } from "../evaluate-tables.mjs";
import { FLOORS, PEERS } from "../peers.mjs";
import { mean } from "../statistics.mjs";

const SEEDS = 3;
const LIMIT_SECONDS = 300;

/** @typedef {import("../evaluate-tables.mjs").Evaluated} Evaluated */
/** @typedef {{ tables: Record<string, { results: Record<string, { auc?: number }> }> }} Reference */

/** @type {import("../measure").Measure} */
export const reference = {
  name: "reference",
  async run({ tables, reference: file, benchSite, browser }) {
    if (!tables || !file) return [notMeasured];
    /** @type {Reference} */
    const known = JSON.parse(readFileSync(file, "utf8"));
    const contenders = [
      ...PEERS.map(({ detector: id, params, scale, key }) => ({ id, params, key, ...(scale ? { scale } : {}) })),
      ...FLOORS.map(({ detector }) => ({ id: detector, params: {} })),
    ];
    const where = { browser: await browser(), url: (await benchSite()).url };
    /** @type {Evaluated[]} */
    const rows = [];
    for (const table of tablesIn(tables))
      rows.push(...(await evaluateTable(where, table, { contenders, seeds: SEEDS, limitSeconds: LIMIT_SECONDS })));
    /** @param {string} name */
    const rowsOf = (name) => rows.filter(({ detector }) => detector === name);
    return [
      ...PEERS.map((peer) => (peer.evaluated === "each" ? eachTable : meanOfTables)(peer, rowsOf(peer.key), known)),
      ...FLOORS.map((floor) => floorRow(floor, rowsOf(floor.detector))),
    ];
  },
};

/** @type {import("../measure").Row} */
const notMeasured = {
  name: "against other programs",
  value: null,
  unit: "",
  bar: "",
  met: null,
  spread: "",
  note: "not measured: needs --tables DIR and --reference FILE.json",
};

/**
 * @param {import("../peers.mjs").Peer} peer
 * @param {readonly Evaluated[]} rows
 * @param {Reference} known
 * @returns {import("../measure").Row}
 */
function eachTable({ key, within, explained = {} }, rows, known) {
  const far = compared(rows, key, known).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const beyond = far.filter(({ by }) => !(Math.abs(by) <= within));
  return {
    name: `ROC-AUC as ${key}, worst table`,
    value: far[0] ? Math.abs(far[0].by) : null,
    unit: "away",
    bar: `each within ${within}`,
    met: far.length > 0 && beyond.length === 0,
    spread: `${far.length - beyond.length} of ${far.length} tables`,
    note: [
      meansOf(far),
      ...beyond.map(({ dataset, by }) => `${dataset} ${signed(by)} (${explained[dataset] ?? "not explained"})`),
      ...faultsOf(rows),
    ].join("; "),
  };
}

/**
 * @param {import("../peers.mjs").Peer} peer
 * @param {readonly Evaluated[]} rows
 * @param {Reference} known
 * @returns {import("../measure").Row}
 */
function meanOfTables({ key, within }, rows, known) {
  const all = compared(rows, key, known);
  const by = all.length ? mean(all.map((one) => one.by)) : NaN;
  return {
    name: `ROC-AUC as ${key}, mean of ${SEEDS} seeds`,
    value: all.length ? mean(all.map(({ own }) => own)) : null,
    unit: "",
    bar: `at most ${within} below`,
    met: by >= -within,
    spread: `tables ${signed(Math.min(...all.map((one) => one.by)))} to ${signed(Math.max(...all.map((one) => one.by)))}`,
    note: [meansOf(all), ...faultsOf(rows)].join("; "),
  };
}

/**
 * @param {{ detector: string, auc: number, ap: number }} floor
 * @param {readonly Evaluated[]} rows
 * @returns {import("../measure").Row}
 */
function floorRow({ detector, auc, ap }, rows) {
  const value = meanOverTables(rows, "auc");
  const precision = meanOverTables(rows, "ap");
  const means = tablesOf(rows).flatMap((dataset) => meanOn(rows, dataset, "auc") ?? []);
  return {
    name: `ROC-AUC of ${detector}, mean of ${SEEDS} seeds`,
    value,
    unit: "",
    bar: ap ? `at least ${auc}, AP ${ap}` : `at least ${auc}`,
    met: value !== null && value >= auc && (precision ?? 0) >= ap && faultsOf(rows).length === 0,
    spread: `tables ${Math.min(...means).toFixed(3)} to ${Math.max(...means).toFixed(3)}`,
    note: [`AP ${precision?.toFixed(3)}`, ...faultsOf(rows)].join("; "),
  };
}

/**
 * @param {readonly Evaluated[]} rows
 * @param {string} key
 * @param {Reference} known
 */
function compared(rows, key, known) {
  return tablesOf(rows).flatMap((dataset) => {
    const theirs = known.tables[dataset]?.results[key]?.auc;
    const own = meanOn(rows, dataset, "auc");
    return theirs === undefined || own === null ? [] : [{ dataset, own, theirs, by: own - theirs }];
  });
}

/** @param {{ own: number, theirs: number }[]} all */
function meansOf(all) {
  return `mean ${mean(all.map(({ own }) => own)).toFixed(3)}, reference ${mean(all.map(({ theirs }) => theirs)).toFixed(3)}`;
}

/** @param {readonly Evaluated[]} rows */
function faultsOf(rows) {
  return rows.filter(({ status }) => status !== "ok").map(({ dataset, status }) => `${dataset}: ${status}`);
}

/** @param {number} value */
const signed = (value) => `${value < 0 ? "" : "+"}${value.toFixed(3)}`;
