// @ts-check
import { linesOf } from "./report.mjs";
import { mean } from "./statistics.mjs";

/** @typedef {import("./evaluate-tables.mjs").Evaluated} Evaluated */

/**
 * Means by detector over tables (of the means over seeds), best first, and every row that has no scores with its reason.
 * @param {readonly Evaluated[]} rows
 */
export function summaryOf(rows) {
  const ids = [...new Set(rows.map(({ detector }) => detector))];
  const lines = ids
    .map((id) => ({ id, own: rows.filter(({ detector }) => detector === id) }))
    .map(({ id, own }) => ({
      id,
      own,
      auc: meanOverTables(own, "auc"),
      ap: meanOverTables(own, "ap"),
      vusRoc: meanOverTables(own, "vusRoc"),
      vusPr: meanOverTables(own, "vusPr"),
      pixelAuc: meanOverTables(own, "pixelAuc"),
      peakInMask: meanOverTables(own, "peakInMask"),
    }))
    .sort((a, b) => (b.auc ?? -1) - (a.auc ?? -1))
    .map(({ id, own, auc, ap, vusRoc, vusPr, pixelAuc, peakInMask }) => [
      id,
      auc?.toFixed(3) ?? "-",
      ap?.toFixed(3) ?? "-",
      vusRoc?.toFixed(3) ?? "-",
      vusPr?.toFixed(3) ?? "-",
      pixelAuc?.toFixed(3) ?? "-",
      peakInMask?.toFixed(2) ?? "-",
      own.reduce((sum, { fitSeconds, scoreSeconds }) => sum + (fitSeconds ?? 0) + (scoreSeconds ?? 0), 0).toFixed(1),
      `${own.filter(({ status }) => status === "ok").length} of ${own.length}`,
    ]);
  const faults = rows
    .filter(({ status }) => status !== "ok")
    .map(({ dataset, detector, seed, status }) => `${detector} on ${dataset}, seed ${seed}: ${status}`);
  return [
    linesOf([
      ["detector", "ROC-AUC", "AP", "VUS-ROC", "VUS-PR", "pixel AUC", "peak in mask", "seconds", "runs done"],
      ...lines,
    ]),
    ...faults,
  ].join("\n");
}

/**
 * The mean over tables of the mean over seeds; null when no run has the figure.
 * @param {readonly Evaluated[]} rows of one detector
 * @param {"auc" | "ap" | "vusRoc" | "vusPr" | "pixelAuc" | "peakInMask"} figure
 */
export function meanOverTables(rows, figure) {
  const means = tablesOf(rows).flatMap((dataset) => meanOn(rows, dataset, figure) ?? []);
  return means.length ? mean(means) : null;
}

/**
 * @param {readonly Evaluated[]} rows of one detector
 * @param {string} dataset
 * @param {"auc" | "ap" | "vusRoc" | "vusPr" | "pixelAuc" | "peakInMask"} figure
 */
export function meanOn(rows, dataset, figure) {
  const values = rows.filter((row) => row.dataset === dataset).flatMap((row) => row[figure] ?? []);
  return values.length ? mean(values) : null;
}

/** @param {readonly Evaluated[]} rows */
export const tablesOf = (rows) => [...new Set(rows.map(({ dataset }) => dataset))];
