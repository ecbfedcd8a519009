import type { Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import { type CellSource, HEAD_ROWS, ROWS_PER_PIECE, type RowsPiece } from "../cells/cell-source";
import { textChunks } from "../delimited/text-chunks";
import type { OnBytes } from "../read/open-bytes";
import { isRecord, JsonCells, parseJson } from "./json-cells";

/** JSON cannot be parsed in pieces: beyond that many characters it would take the memory of the tab. */
const MAX_CHARACTERS = 100_000_000;
/** Rows whose keys become columns. */
const ROWS_LEARNED_FROM = 5000;

/** A file that is one JSON value: a list of objects, alone or under a key, or columns as lists. */
export async function wholeJson(blob: Blob, compression: Dialect["compression"]): Promise<CellSource> {
  const bytes: Uint8Array[] = [];
  const items = itemsOf(await textOf(blob, compression, (_, part) => bytes.push(part)));
  const cells = new JsonCells();
  for (const item of items.slice(0, ROWS_LEARNED_FROM)) cells.learn(item);
  const head = items.slice(0, HEAD_ROWS).map((item) => cells.rowOf(item));
  return { names: cells.names, head, whole: head.length === items.length, rows: items.length, pass, notes };

  async function* pass(onBytes: OnBytes): AsyncGenerator<RowsPiece> {
    cells.forget();
    let read = 0;
    for (const part of bytes) onBytes((read += part.length), part);
    for (let from = 0; from < items.length; from += ROWS_PER_PIECE) {
      const part = items.slice(from, from + ROWS_PER_PIECE);
      yield { rows: part.map((item) => cells.rowOf(item)), done: (from + part.length) / items.length };
    }
  }
  function notes() {
    return cells.notes();
  }
}

async function textOf(blob: Blob, compression: Dialect["compression"], onBytes: OnBytes): Promise<string> {
  const parts: string[] = [];
  let characters = 0;
  for await (const chunk of textChunks(blob, { compression, encoding: "utf-8" }, onBytes)) {
    characters += chunk.length;
    if (characters > MAX_CHARACTERS)
      throw new Failure({ code: "bad-format", values: { format: "JSON", why: "large" } });
    parts.push(chunk);
  }
  return parts.join("");
}

/** The rows that a JSON text holds. Throws Failure `bad-format` where it is broken, `not-text` where it holds no table. */
function itemsOf(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    throw new Failure({ code: "bad-format", values: { format: "JSON", why: "broken" }, detail: String(error) });
  }
  const items = Array.isArray(value) ? value : isRecord(value) ? itemsIn(value) : null;
  const isTable = items?.every((item) => typeof item === "object" && item !== null) ?? false;
  if (!items || !isTable) throw new Failure({ code: "not-text", values: { kind: "JSON", context: "json" } });
  return items;
}

function itemsIn(value: Readonly<Record<string, unknown>>): readonly unknown[] | null {
  const entries = Object.entries(value);
  const [first] = entries;
  if (!first) return null;
  const [, example] = first;
  if (entries.every(([, column]) => Array.isArray(column) && column.length === lengthOf(example)) && !isRows(example))
    return transposed(
      entries,
      Array.from({ length: lengthOf(example) }, (_, at) => String(at)),
    );
  // As pandas writes a table by itself: below each column its values by the names of the rows.
  if (isRecord(example) && entries.every(([, column]) => isRecord(column) && keysOf(column) === keysOf(example)))
    return transposed(entries, Object.keys(example));
  const longest = entries
    .map(([, list]) => list)
    .filter(isRows)
    .toSorted((a, b) => b.length - a.length);
  return longest[0] ?? null;
}

function isRows(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

function lengthOf(value: unknown): number {
  return typeof value === "object" && value !== null ? Object.keys(value).length : -1;
}

function keysOf(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.keys(value));
}

function transposed(entries: readonly (readonly [string, unknown])[], keys: readonly string[]): readonly unknown[] {
  const columns = entries.map(([name, column]) => ({
    name,
    cells: new Map<string, unknown>(Object.entries(column ?? {})),
  }));
  return keys.map((key) => Object.fromEntries(columns.map(({ name, cells }) => [name, cells.get(key)])));
}
