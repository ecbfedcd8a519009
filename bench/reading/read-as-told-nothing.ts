import { Failure } from "../../src/core/data/failure";
import { lookAt } from "../../src/io/read/look-at";
import { readSource } from "../../src/io/read/read-source";
import type { Source } from "../../src/io/read/source";
import { verbatimCsv } from "./verbatim-csv";

/** What became of one file. */
export interface Reading {
  /** Names and cells as they were understood; null when the file was refused or is no delimited text. */
  readonly csv: string | null;
  readonly told: unknown;
}

/** Reads a file as the app does when it is dropped and nothing is corrected. */
export async function readAsToldNothing(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reading> {
  const source: Source = { name, files: [{ path: name, blob: new Blob([bytes]) }] };
  try {
    const look = await lookAt(source);
    if (look.is !== "table") return { csv: null, told: { is: look.is } };
    const { inspection } = look;
    const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
    const { dataset, as, kindWhy } = await readSource(source, inspection.plan, watch);
    const told = {
      format: inspection.format,
      guesses: inspection.guesses,
      columns: dataset.columns.map(({ name: column, kind }, at) => ({ name: column, kind, why: kindWhy[at] })),
      rows: dataset.rowCount,
      report: as.report,
    };
    const { plan } = inspection;
    return { csv: plan.format === "delimited" ? await verbatimCsv(source.files[0]!.blob, plan) : null, told };
  } catch (error) {
    if (error instanceof Failure) return { csv: null, told: { refused: error.info } };
    throw error;
  }
}
