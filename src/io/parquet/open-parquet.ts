import { firstNames } from "../../core/data/first-names";
import type { Note } from "../../core/data/note";
import { checkShape } from "../cells/inspect-cells";
import { badParquet } from "./bad-parquet";
import { footerOf, type Footer } from "./footer";
import type { Leaf } from "./leaf";
import { leafTypeOf, type LeafType, type Unreadable } from "./leaf-type";
import { piecesOf } from "./pieces";

/** Rows that kinds and words for "no value" are guessed from. */
const HEAD_ROWS = 1000;
/** Bytes of words that are looked at: a cell may hold a megabyte. */
const HEAD_BYTES = 2_000_000;
/** Names of columns in a sentence. */
const NAMES_TOLD = 5;

/** A column that is read. */
export interface OpenColumn {
  /** Among all columns of the file. */
  readonly at: number;
  readonly leaf: Leaf;
  readonly type: LeafType;
  /** The first values as text; empty: there is none. */
  readonly head: readonly string[];
}

/** A Parquet file of which the footer and the first rows were read. */
export interface OpenParquet {
  readonly footer: Footer;
  readonly columns: readonly OpenColumn[];
  readonly head: readonly (readonly string[])[];
  /** What of the file is no column here. */
  readonly notes: readonly Note[];
}

/**
 * Reads what tells columns and kinds of a file.
 *
 * @throws Failure `bad-format`, `header-only`, `too-many-columns`, `file-vanished`
 */
export async function openParquet(blob: Blob): Promise<OpenParquet> {
  const footer = await footerOf(blob);
  const columns: OpenColumn[] = [];
  const left: Record<Unreadable | "encrypted", string[]> = { lists: [], binary: [], encrypted: [] };
  for (const [at, leaf] of footer.leaves.entries()) {
    const found = await lookAt(blob, footer, at);
    if (typeof found === "string") left[found].push(leaf.name);
    else columns.push({ at, leaf, ...found });
  }
  const rows = Math.min(HEAD_ROWS, footer.rows);
  if (columns.length === 0 && left.encrypted.length > 0) throw badParquet("encrypted", "all columns");
  if (columns.length === 0 && footer.leaves.length > 0) throw badParquet("no-table", "no column of values");
  checkShape(columns.length, rows);
  const head = Array.from({ length: rows }, (_, row) => columns.map((column) => column.head[row] ?? ""));
  return { footer, columns, head, notes: notesOf(left) };
}

/** What a column holds and its first values; or why it is left out. */
async function lookAt(
  blob: Blob,
  { leaves, groups }: Footer,
  at: number,
): Promise<{ readonly type: LeafType; readonly head: readonly string[] } | Unreadable | "encrypted"> {
  const leaf = leaves[at]!; // A position of the list.
  if (groups.some(({ chunks }) => !chunks[at])) return "encrypted";
  if (leaf.lists > 0) return "lists";
  const values: unknown[] = [];
  let bytes = 0;
  for await (const { values: some, places } of piecesOf(blob, { leaf, groups, at })) {
    for (const place of places) {
      if (values.length >= HEAD_ROWS || bytes > HEAD_BYTES) break;
      const value = place < 0 ? null : some[place];
      if (value instanceof Uint8Array) bytes += value.length;
      values.push(value);
    }
    if (values.length >= HEAD_ROWS || bytes > HEAD_BYTES) break;
  }
  const present = values.filter((value) => value !== null);
  // A column without a value may as well be one of words.
  const type = leafTypeOf(leaf, present.length > 0 ? present : [new Uint8Array(0)]);
  if (typeof type === "string") return type;
  return { type, head: values.map((value) => (value === null ? "" : type.text(value))) };
}

function notesOf(left: Readonly<Record<Unreadable | "encrypted", readonly string[]>>): readonly Note[] {
  return (["lists", "binary", "encrypted"] as const).flatMap((why) => {
    const names = [...new Set(left[why])];
    if (names.length === 0) return [];
    const values = { count: names.length, names: firstNames(names, NAMES_TOLD) };
    return [{ code: `parquet.left-out-${why}` as const, values }];
  });
}
