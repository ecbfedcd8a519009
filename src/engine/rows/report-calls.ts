import { cellOf, type Cell, type Column } from "../../core/data/column";
import { sourceRowOf } from "../../core/data/dataset";
import { Cancelled } from "../../core/detect/context";
import { fileDigests } from "../../io/digest/file-digests";
import type { Handlers } from "../calls/host";
import type { ReportCalls, RowsInReport } from "../calls/reports";
import type { Parts } from "../parts";
import { preparing, quiet } from "../preparing";
import type { Phase } from "../protocol";
import { createCheckpoint, type Checkpoint } from "../yield-to-events";
import type { Table } from "../tables";

/** Longer texts are cut off: a cell may hold a book. */
const MAX_LETTERS = 300;

/** How the call about what a report tells of rows is done. */
export function reportCalls({ runs, kinds }: Parts): Handlers<ReportCalls> {
  return {
    async report({ run: key, threshold, most, pictures, digests, ...rule }, tools): Promise<RowsInReport> {
      const run = runs.get(key);
      const kind = kinds.of(run.request.recipe);
      let phase: Phase = "score";
      const checkpoint = createCheckpoint(tools, () => phase);
      const { things, total } = await kind.things(run, { threshold, rule, most }, preparing(tools));
      const rows = Uint32Array.from(things, ({ row }) => row);
      await checkpoint(null);
      const explanations = await kind.explain(run, rows, quiet(tools));
      const drawn = pictures ? await kind.pictures(run, things, explanations, quiet(tools)) : [];
      phase = "read";
      const files = digests ? await digestsOf(run.table, checkpoint) : [];
      const { dataset, origin } = run.table;
      return {
        total,
        files,
        fileCount: origin.source.files.length,
        things: things.map((thing, at) => ({
          ...thing,
          sourceRow: sourceRowOf(dataset, thing.row),
          score: run.result.scores[thing.row] ?? NaN,
          cells: dataset.columns.map((column) => shortCell(column, thing.row)),
          explanation: explanations[at] ?? null,
          picture: drawn[at] ?? null,
        })),
      };
    },
  };
}

function shortCell(column: Column, row: number): Cell {
  const cell = cellOf(column, row);
  return typeof cell === "string" && cell.length > MAX_LETTERS ? `${cell.slice(0, MAX_LETTERS)}…` : cell;
}

/** A file that can no longer be read has none: the report says so, and stands without it. */
async function digestsOf({ origin }: Table, checkpoint: Checkpoint) {
  const { files } = origin.source;
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  try {
    return await fileDigests(files, (read) => checkpoint(read / Math.max(1, bytes)));
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return [];
  }
}
