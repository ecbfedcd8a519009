import { sourceRowOf } from "../../core/data/dataset";
import { percentileOf, scoreOutOf100 } from "../../core/score/score-scale";
import type { AddedColumn } from "../../io/write/file-writer";
import type { FlagColumn, MarkColumns } from "../calls/exports";
import type { ExportRequest } from "../protocol";
import { stabilityOfRun } from "../runs/reruns";
import type { StoredRun } from "../stored-run";

type Scored = (name: string, value: (score: number, row: number) => number, kind?: AddedColumn["kind"]) => AddedColumn;

/** What an export adds to the columns of a file: where each row stands, what the detector says of it, and why. */
export function addedColumns(
  run: StoredRun,
  request: ExportRequest,
  reasonsOf: (row: number) => string | null,
  runOf: (key: string) => StoredRun,
): readonly AddedColumn[] {
  const { words, threshold } = request;
  const { scores, sorted, scale } = run.result;
  const scored: Scored = (name, value, kind = "number") => ({
    name,
    kind,
    cell(row) {
      const score = scores[row]!; // a score for each row
      return Number.isNaN(score) ? null : value(score, row);
    },
  });
  return [
    { name: words.sourceRow, kind: "whole", cell: (row) => sourceRowOf(run.table.dataset, row) },
    // More digits are noise to whoever reads them.
    scored(words.score, (score) => Number(score.toPrecision(6))),
    scored(words.percentile, (score) => rounded(percentileOf(sorted, score), 4)),
    scored(words.score100, (score) => rounded(scoreOutOf100(score, scale), 2)),
    scored(words.flagged, (score) => (score >= threshold ? 1 : 0), "whole"),
    ...stabilityColumn(run, request, scored),
    ...(request.flagsOf ?? []).map((other) => flagColumn(runOf(other.run).result.scores, other)),
    ...(request.marks ? markColumns(request.marks) : []),
    ...(request.withoutReasons ? [] : [{ name: words.reasons, kind: "text", cell: reasonsOf } as const]),
  ];
}

/** Whether another detector flags a row; empty where it has not scored it. */
function flagColumn(scores: Float64Array, { name, threshold }: FlagColumn): AddedColumn {
  const cell = (row: number) => (Number.isNaN(scores[row]!) ? null : scores[row]! >= threshold ? 1 : 0); // a score each
  return { name, kind: "whole", cell };
}

/** What a person said of each row; empty of rows that nobody marked. */
function markColumns({ names, byRow }: MarkColumns): readonly AddedColumn[] {
  return (["mark", "note", "tags"] as const).map((part) => ({
    name: names[part],
    kind: "text",
    cell: (row) => byRow.get(row)?.[part] || null,
  }));
}

/** The share of the runs with other seeds that flag a row; no column where it is not asked for. */
function stabilityColumn(
  run: StoredRun,
  { stability: rule, words }: ExportRequest,
  scored: Scored,
): readonly AddedColumn[] {
  if (!rule) return [];
  const { counts, runs } = stabilityOfRun(run, rule);
  return [scored(words.stability, (_, row) => rounded(counts[row]! / runs, 4))]; // a count for each row
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
