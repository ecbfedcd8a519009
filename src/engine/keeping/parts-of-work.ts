import { packed } from "../../io/keep/pack";
import type { Pieces } from "../../io/keep/kept-files";
import type { NewPart } from "../../io/keep/work-store";
import type { WorkDocument, WorkFile } from "../../io/keep/work-document";
import type { KeepRequest, Source } from "../protocol";
import type { FittedRun, StoredRun } from "../stored-run";
import type { Table } from "../tables";
import { yieldToEvents } from "../yield-to-events";

/** So much is written before others get their turn: some milliseconds. */
const BYTES_AT_ONCE = 2 ** 20;
/** A model that is larger is made again rather than kept. */
const MAX_RUN_BYTES = 64 * 2 ** 20;

/** How the inspection, the plan and the hash of the bytes are kept: what a table has to be read by. */
export interface KeptReading {
  readonly inspection: KeepRequest["inspection"];
  readonly plan: Table["origin"]["plan"];
  readonly content: string;
}

/** A table as it was read. */
export type KeptTable = Pick<Table, "dataset" | "profiles" | "told">;

export type KeptRun = Pick<FittedRun, "request" | "model" | "result">;

/** What the document of a piece of work says of its table. */
export function outlineOf({ dataset, told }: Table): Pick<WorkDocument, "name" | "rows" | "columns" | "rowKind"> {
  const { name, rowCount, columns } = dataset;
  return { name, rows: rowCount, columns: columns.length, rowKind: told.recipe.rowKind.kind };
}

/** What is kept of an open table and its runs. Of images only the files are: squares are decoded as they are asked for. */
export function partsOfWork(
  table: Table,
  runs: readonly StoredRun[],
  inspection: KeepRequest["inspection"],
): NewPart[] {
  const { dataset, profiles, told, origin } = table;
  const { source, plan, content } = origin;
  const reading: KeptReading = { inspection, plan, content };
  return [
    { kind: "source", name: content, files: source.files.map(fileOf), pieces: () => bytesOf(source) },
    { kind: "reading", name: table.id, pieces: () => portions(reading) },
    ...(table.images ? [] : [tablePart(table.id, { dataset, profiles, told })]),
    ...runs.flatMap((run) => (run.kind === "fitted" ? runPart(run) : [])),
  ];
}

function tablePart(name: string, table: KeptTable): NewPart {
  return { kind: "table", name, pieces: () => portions(table) };
}

function runPart({ request, model, result }: FittedRun): NewPart[] {
  const run: KeptRun = { request, model, result };
  return isKeepable(run) ? [{ kind: "run", name: result.key, pieces: () => portions(run) }] : [];
}

const keepable = new WeakMap<object, boolean>();

/** Whether a run is plain data of a size that is worth keeping; found out once. */
function isKeepable(run: KeptRun): boolean {
  const known = keepable.get(run.result);
  if (known !== undefined) return known;
  let isSo = false;
  try {
    isSo = packed(run).bytes <= MAX_RUN_BYTES;
  } catch {
    // A model that holds what is no plain data is made again.
  }
  keepable.set(run.result, isSo);
  return isSo;
}

async function* portions(value: unknown): AsyncGenerator<Uint8Array> {
  for (const piece of packed(value).pieces)
    for (let from = 0; from < piece.length; from += BYTES_AT_ONCE) {
      yield piece.subarray(from, from + BYTES_AT_ONCE);
      await yieldToEvents();
    }
}

async function* bytesOf({ files }: Source): Pieces & AsyncGenerator<Uint8Array> {
  for (const { blob } of files)
    for (let from = 0; from < blob.size; from += BYTES_AT_ONCE) {
      yield new Uint8Array(await blob.slice(from, from + BYTES_AT_ONCE).arrayBuffer());
      await yieldToEvents();
    }
}

function fileOf({ path, blob }: Source["files"][number]): WorkFile {
  return { path, bytes: blob.size, type: blob.type, modified: blob instanceof File ? blob.lastModified : null };
}
