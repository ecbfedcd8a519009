import type { RowsToWrite, TableToWrite } from "../../io/write/file-writer";
import type { CallTools } from "../calls/host";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import type { ExportedRows, ExportRequest, Phase } from "../protocol";
import { createCheckpoint } from "../yield-to-events";
import { addedColumns } from "./export-columns";
import { reasonsOf } from "./export-reasons";
import { cleanedRows } from "./cleaned-rows";
import { fileFormatOf } from "./file-format";
import { inPortions } from "./in-portions";
import { KeptCells } from "./kept-cells";
import { rowsAsWritten } from "./rows-as-written";
import { rowsInOrder } from "./rows-in-order";

/**
 * The rows of an export as a file: the cells of the source as they are, then what the detector says. All rows, and those
 * that are not flagged, stand in the order of the file, flagged ones the strangest first. Rows are written as they come, so that it takes time and memory in
 * proportion to them, and whatever else is asked is answered in between.
 */
export async function exportRows(
  { runs, kinds }: Pick<Parts, "runs" | "kinds">,
  request: ExportRequest,
  tools: CallTools,
): Promise<ExportedRows> {
  const run = runs.get(request.run);
  const inFileOrder = request.rows === "all" || request.rows === "unflagged";
  let phase: Phase = inFileOrder ? "write" : "score";
  const checkpoint = createCheckpoint(tools, () => phase);
  const { dataset, origin } = run.table;
  const { scores } = run.result;
  const ordered = rowsInOrder(run, request);
  const reading = preparing(tools);
  const way = await rowsAsWritten(
    run.table,
    {
      rows: inFileOrder ? ordered : ordered.toSorted(),
      asWritten: request.cells === "as-written",
      isPreview: request.limit !== undefined,
    },
    () => reading(null),
  );

  const reasons = new Map<number, string>();
  const numbers =
    origin.plan.format === "delimited" ? origin.plan.settings : ({ decimal: ".", thousands: "" } as const);
  const cleaned = request.clean
    ? await cleanedRows(run, kinds, { ...request, clean: request.clean }, ordered, numbers, tools)
    : null;
  const table: TableToWrite = {
    columns: (cleaned?.columns ?? dataset.columns).map((column, at) => ({
      name: way.names[at] ?? column.name,
      column,
    })),
    added: cleaned
      ? []
      : addedColumns(
          run,
          request,
          (row) => reasons.get(row) ?? null,
          (key) => runs.get(key),
        ),
    rowCount: ordered.length,
    isQuoted: way.isQuoted,
    numbers,
  };
  const width = table.columns.length + table.added.length;
  const format = await fileFormatOf(request);
  const writer = await format.begin(table);
  const parts: Blob[] = [];
  let passed = 0;
  const pass = (rows: number) =>
    checkpoint((passed += rows) / Math.max(1, ordered.length), { rows: Math.min(passed, ordered.length) });

  const write = async (some: RowsToWrite) => {
    parts.push(...(await writer.add(some)));
    await pass(some.rows.length);
  };
  const kept = new KeptCells(table.columns.length);
  for await (const piece of way.pieces)
    for (const some of inPortions(
      cleaned ? cleaned.overlay(piece) : piece,
      width,
      (row) => scores[row]! >= request.threshold,
    )) {
      if (inFileOrder) reasons.clear();
      if (!cleaned)
        for (const [row, words] of await reasonsOf(run, kinds, some.rows, request, tools)) reasons.set(row, words);
      if (inFileOrder) await write(some);
      else {
        kept.add(some);
        await pass(some.rows.length);
      }
    }
  if (!inFileOrder) {
    phase = "write";
    passed = 0;
    for (const some of inPortions(kept.inOrder(ordered), width, () => false)) await write(some);
  }
  parts.push(...(await writer.finish()));
  return {
    file: new Blob(parts, { type: format.mediaType }),
    guarded: writer.guarded,
    ...(cleaned && { changes: cleaned.changes }),
  };
}
