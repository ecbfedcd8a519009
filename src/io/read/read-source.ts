import { Failure } from "../../core/data/failure";
import { readers, type ReadAs, type ReadPlan } from "./readers";
import type { Source } from "./source";
import type { ReadTableOf, ReadWatch, SourceCells, TableReader } from "./table-reader";

/** A table as it was read, whatever its format. */
export type ReadTable = Omit<ReadTableOf<unknown>, "report"> & { readonly as: ReadAs };

/** Reads a source by a plan, whatever its format. Throws Failure, and what `watch.checkpoint` rejects with. */
export async function readSource(source: Source, plan: ReadPlan, watch: ReadWatch): Promise<ReadTable> {
  const { report, ...read } = await readerOf(plan).read(source, plan, watch);
  const table = plan.made?.length ? await withMade(read, source, plan, watch) : read;
  return { ...table, as: { format: plan.format, report } as ReadAs }; // The report is of that format, too.
}

async function withMade(table: Omit<ReadTable, "as">, source: Source, plan: ReadPlan, watch: ReadWatch) {
  const { withMadeColumns } = await import("../made/made-columns");
  return withMadeColumns(table, plan.made ?? [], () => cellsOfSource(source, plan, watch), watch);
}

/** The cells of a source as they are written, in the rows and columns of `readSource`; null where the format has no text. */
export async function cellsOfSource(source: Source, plan: ReadPlan, watch: ReadWatch): Promise<SourceCells | null> {
  return (await readerOf(plan).cells?.(source, plan, watch)) ?? null;
}

function readerOf(plan: ReadPlan) {
  const reader = readers.find(({ format }) => format === plan.format);
  if (!reader) throw new Failure({ code: "bad-format", values: { format: plan.format, why: "unsupported" } });
  // The plan is of the format of the reader that it chose.
  return reader as Pick<TableReader<string, unknown, unknown>, "read" | "cells">;
}
