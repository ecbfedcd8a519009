import type { ColumnKind } from "../../core/data/column";
import { missingTest } from "../../core/data/missing-words";
import type { SizeEstimate } from "../../core/data/size-estimate";

const BYTES_PER_VALUE = 8;
const BYTES_PER_CODE = 4;
/** A string's header and the pointer to it. */
const BYTES_PER_STRING = 24;
/** The model's matrix and its copy while it is scaled. */
const BYTES_PER_MATRIX_CELL = 2 * 4;
/** Scores, sorted scores, their order, and a float of flags and filters. */
const BYTES_PER_SCORE = 8 + 8 + 4 + 4;
/** A sample leaves room for the file's own chunks and for surprises further on. */
const SAMPLE_SHARE = 0.9;

export interface SizeFacts {
  /** Of the file on disk. */
  readonly bytes: number;
  /** Of the file unpacked. */
  readonly unpacked: number;
  /** Bytes and rows of the part that was looked at. */
  readonly headBytes: number;
  readonly headRows: number;
  readonly whole: boolean;
  readonly kinds: readonly ColumnKind[];
  readonly body: readonly (readonly string[])[];
  readonly missing: readonly string[];
}

/** Rows and memory of the whole file, projected from its first rows; exact rows when they are all. */
export function estimateSize(facts: SizeFacts, budget: number): SizeEstimate {
  const rows = facts.whole ? facts.body.length : Math.round((facts.unpacked / facts.headBytes) * facts.headRows);
  const perRow = bytesPerRow(facts);
  return {
    bytes: facts.bytes,
    rows,
    columns: facts.kinds.length,
    memory: Math.round(rows * perRow),
    budget,
    rowsThatFit: Math.max(1, Math.min(rows, Math.floor((budget / perRow) * SAMPLE_SHARE))),
  };
}

function bytesPerRow({ kinds, body, missing }: SizeFacts): number {
  const isMissing = missingTest(missing);
  let bytes = BYTES_PER_SCORE;
  kinds.forEach((kind, column) => {
    if (kind === "text") bytes += BYTES_PER_STRING + meanLength(body, column, isMissing);
    else bytes += (kind === "category" ? BYTES_PER_CODE : BYTES_PER_VALUE) + BYTES_PER_MATRIX_CELL;
  });
  return bytes;
}

/** Mean bytes of a column's text; two per character where one lies beyond Latin-1. */
function meanLength(
  body: readonly (readonly string[])[],
  column: number,
  isMissing: (text: string, start: number, end: number) => boolean,
): number {
  let bytes = 0;
  for (const row of body) {
    const cell = row[column] ?? "";
    if (!isMissing(cell, 0, cell.length)) bytes += cell.length * (/^[\u0000-\u00ff]*$/.test(cell) ? 1 : 2);
  }
  return body.length === 0 ? 0 : bytes / body.length;
}
