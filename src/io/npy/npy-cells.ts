import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import { type CellSource, HEAD_ROWS, ROWS_PER_PIECE, type RowsPiece } from "../cells/cell-source";
import { openBytes, type OnBytes } from "../read/open-bytes";
import { npyArrayOf, type NpyArray } from "./npy-array";
import { npzEntries } from "./npz-entries";

const MAX_FILE_BYTES = 1_000_000_000;

/** The array of a .npy file, or those of a .npz file that have as many rows as its largest one, side by side. */
export async function npyCells(blob: Blob, isArchive: boolean): Promise<CellSource> {
  if (blob.size > MAX_FILE_BYTES) throw new Failure({ code: "bad-format", values: { format: "NumPy", why: "large" } });
  const { arrays, left } = isArchive
    ? await arraysIn(blob)
    : { arrays: [["", await arrayOf(blob)] as const], left: [] };
  const rows = arrays[0]?.[1].rows ?? 0;
  const cellsOf = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) =>
      arrays.flatMap(([, array]) =>
        Array.from({ length: array.columns }, (_cell, column) => array.cell(from + at, column)),
      ),
    );
  const head = cellsOf(0, Math.min(rows, HEAD_ROWS));
  return {
    names: arrays.flatMap(([name, array]) => namesOf(name, array.columns)),
    head,
    whole: rows === head.length,
    rows,
    pass,
    notes(): readonly Note[] {
      if (left.length === 0) return [];
      return [{ code: "npy.left-out", values: { arrays: left.length, names: left.slice(0, 5) } }];
    },
  };

  async function* pass(onBytes: OnBytes): AsyncGenerator<RowsPiece> {
    const bytes = openBytes(blob, "none", onBytes);
    for (let next = await bytes.next(); !next.done;) next = await bytes.next();
    for (let from = 0; from < rows; from += ROWS_PER_PIECE) {
      const to = Math.min(rows, from + ROWS_PER_PIECE);
      yield { rows: cellsOf(from, to), done: to / rows };
    }
  }
}

async function arrayOf(blob: Blob): Promise<NpyArray> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const bytes of openBytes(blob, "none")) parts.push(bytes.slice());
  return npyArrayOf(new Uint8Array(await new Blob(parts).arrayBuffer()));
}

async function arraysIn(blob: Blob) {
  const arrays: (readonly [string, NpyArray])[] = [];
  const left: string[] = [];
  for (const [name, bytes] of await npzEntries(blob)) {
    try {
      arrays.push([name, npyArrayOf(bytes)]);
    } catch (error) {
      if (!(error instanceof Failure) || error.info.values?.["why"] !== "unsupported") throw error;
      left.push(name);
    }
  }
  const rows = arrays.reduce((most, [, array]) => (array.rows * array.columns > most.size ? sizeOf(array) : most), {
    size: -1,
    rows: 0,
  }).rows;
  const kept = arrays.filter(([, array]) => array.rows === rows);
  left.push(...arrays.filter(([, array]) => array.rows !== rows).map(([name]) => name));
  if (kept.length === 0)
    throw new Failure({
      code: "bad-format",
      values: { format: "NumPy", why: left.length > 0 ? "unsupported" : "no-table" },
    });
  return { arrays: kept, left };
}

function sizeOf({ rows, columns }: NpyArray) {
  return { size: rows * columns, rows };
}

function namesOf(name: string, columns: number): readonly string[] {
  if (columns === 1) return [name];
  return Array.from({ length: columns }, (_, at) => (name === "" ? "" : `${name} ${at + 1}`));
}
