import { lookAt } from "../../src/io/read/look-at";
import { readSource } from "../../src/io/read/read-source";

/** What reading a file takes as the app does when it is dropped, and what came of it. */
export interface ReadingCost {
  /** Processor time of this process: other programs have no say in it. */
  readonly seconds: number;
  readonly kinds: readonly string[];
  readonly rows: number;
  /** Of all numbers and times, and of all codes: equal tables have equal sums. */
  readonly sum: number;
}

/** Reads a file once. */
export async function cpuOfReading(name: string, blob: Blob): Promise<ReadingCost> {
  const source = { name, files: [{ path: name, blob }] };
  const before = process.cpuUsage();
  const look = await lookAt(source);
  if (look.is !== "table") throw new Error(`${name} is no table`);
  const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
  const { dataset } = await readSource(source, look.inspection.plan, watch);
  const { user, system } = process.cpuUsage(before);
  let sum = 0;
  for (const column of dataset.columns) {
    if (column.kind === "text") continue;
    for (const value of column.kind === "category" ? column.codes : column.values)
      if (!Number.isNaN(value)) sum += value;
  }
  const kinds = dataset.columns.map(({ kind }) => kind);
  return { seconds: (user + system) / 1e6, kinds, rows: dataset.rowCount, sum };
}
