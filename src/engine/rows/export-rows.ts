import { sourceRowOf } from "../../core/data/dataset";
import type { RowExplanation } from "../../core/explain/explanation";
import { countAtOrAbove } from "../../core/score/threshold";
import { percentileOf, scoreOutOf100 } from "../../core/score/score-scale";
import { csvChunks, type ExtraColumn } from "../../io/write/csv";
import { createCheckpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import type { Kinds } from "../kinds/kinds";
import type { ExportRequest, ExportWords, Phase } from "../protocol";
import { stabilityOfRun } from "../runs/reruns";
import { quiet } from "../preparing";
import type { StoredRun } from "../stored-run";

const ROWS_EXPLAINED_AT_ONCE = 400;
const MAX_REASONS_WRITTEN = 3;

/**
 * The rows of an export as a CSV file: the columns as they were read, then what the detector says.
 * Reasons are written for flagged rows only; the others have none worth the name.
 */
export async function exportRows(
  run: StoredRun,
  kinds: Kinds,
  request: ExportRequest,
  tools: CallTools,
): Promise<Blob> {
  let phase: Phase = "score";
  const checkpoint = createCheckpoint(tools, () => phase);
  const { dataset } = run.table;
  const { scores, sorted, order } = run.result;
  const flagged = order.subarray(0, countAtOrAbove(sorted, request.threshold));
  const all = request.rows === "flagged" ? flagged : Uint32Array.from({ length: dataset.rowCount }, (_, row) => row);
  const rows = request.limit === undefined ? all : all.subarray(0, request.limit);
  const reasons = await reasonsOf(
    run,
    kinds,
    rows.filter((row) => scores[row]! >= request.threshold),
    request.words,
    tools,
    checkpoint,
  );

  const scored = (row: number, value: (score: number) => string | number) => {
    const score = scores[row]!;
    return Number.isNaN(score) ? null : value(score);
  };
  const { words } = request;
  const extra: ExtraColumn[] = [
    { name: words.sourceRow, cell: (row) => sourceRowOf(dataset, row) },
    { name: words.score, cell: (row) => scored(row, (score) => score) },
    { name: words.percentile, cell: (row) => scored(row, (score) => rounded(percentileOf(sorted, score), 4)) },
    {
      name: words.score100,
      cell: (row) => scored(row, (score) => rounded(scoreOutOf100(score, run.result.scale), 2)),
    },
    { name: words.flagged, cell: (row) => scored(row, (score) => (score >= request.threshold ? 1 : 0)) },
    ...stabilityColumn(run, request),
    { name: words.reasons, cell: (row) => reasons.get(row) ?? null },
  ];

  phase = "write";
  const parts: Blob[] = [];
  let written = 0;
  for (const chunk of csvChunks({ columns: dataset.columns, rows, extra, format: request.format })) {
    // Blobs may be kept on disk by the browser; strings would all stay in memory.
    parts.push(new Blob([chunk.text]));
    written = chunk.rows;
    await checkpoint(written / Math.max(1, rows.length), { rows: written });
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

/** The share of the runs with other seeds that flag a row; no column where it is not asked for. */
function stabilityColumn(run: StoredRun, { stability: rule, words }: ExportRequest): ExtraColumn[] {
  if (!rule) return [];
  const { counts, runs } = stabilityOfRun(run, rule);
  const { scores } = run.result;
  return [
    { name: words.stability, cell: (row) => (Number.isNaN(scores[row]!) ? null : rounded(counts[row]! / runs, 4)) },
  ];
}

async function reasonsOf(
  run: StoredRun,
  kinds: Kinds,
  rows: Uint32Array,
  words: ExportWords,
  tools: CallTools,
  checkpoint: (done: number) => Promise<void>,
): Promise<Map<number, string>> {
  const reasons = new Map<number, string>();
  for (let from = 0; from < rows.length; from += ROWS_EXPLAINED_AT_ONCE) {
    const some = rows.subarray(from, from + ROWS_EXPLAINED_AT_ONCE);
    for (const explanation of await kinds.of(run.request.recipe).explain(run, some, quiet(tools)))
      reasons.set(explanation.row, inWords(explanation, run, words));
    await checkpoint((from + some.length) / rows.length);
  }
  return reasons;
}

/** "amount (high, 62 %); country (rare, 20 %)": short, and the same for every detector. */
function inWords({ contributions }: RowExplanation, run: StoredRun, words: ExportWords): string {
  return contributions
    .filter(({ share }) => share > 0)
    .slice(0, MAX_REASONS_WRITTEN)
    .map(
      ({ column, direction, share }) =>
        `${run.table.dataset.columns[column]?.name ?? ""} (${words.directions[direction]}, ${Math.round(100 * share)} %)`,
    )
    .join("; ");
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
