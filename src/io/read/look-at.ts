import { narrowedTo } from "../../core/data/files-of";
import type { LabelledEntry } from "../../core/series/labelled-windows";
import { glanceAt, type SeenFile } from "./glance";
import { labelledWindowsIn } from "./labelled-windows-in";
import { readers, type Inspection, type Reader } from "./readers";
import { refusalOf } from "./refusal";
import type { Source } from "./source";
import type { TableReader } from "./table-reader";

/** What the files of a source are, by what is in them. */
export type Look =
  | {
      readonly is: "table";
      /** Positions of the files that are read; the others are left aside. */
      readonly takes: readonly number[];
      readonly inspection: Inspection;
    }
  /** Times that are known to be strange, to be laid beside an open series; or why they cannot be. */
  | { readonly is: "labelled-windows"; readonly entries: readonly LabelledEntry[] | "too-many" };

/**
 * Looks at names and first bytes of all files, and at more of those that a reader claims. `fixed`: settings that a person
 * chose. Throws Failure where none of them can be read, with what they are.
 */
export async function lookAt(source: Source, fixed: object = {}): Promise<Look> {
  const files = glanceAt(source);
  const entries = await labelledWindowsIn(files);
  if (entries) return { is: "labelled-windows", entries };
  const claim = await claimOn(files);
  if (!claim) throw await refusalOf(source.name, files);
  const { takes, reader } = claim;
  // What was fixed for another format means nothing to this one, which leaves out what it does not know.
  const anyReader = reader as Pick<TableReader<string, object, unknown>, "inspect">;
  // Of the format of its reader.
  const inspection = (await anyReader.inspect(narrowedTo(source, takes), fixed)) as Inspection;
  return { is: "table", takes, inspection };
}

interface Claim {
  readonly reader: Reader;
  readonly takes: readonly number[];
}

/** Who reads the files: the format that most of them have, and of two such the one of the first file. */
async function claimOn(files: readonly SeenFile[]): Promise<Claim | null> {
  let best: Claim | null = null;
  for (const reader of readers) {
    const takes = await reader.accepts(files);
    if (takes && (!best || isBetter(takes, best.takes))) best = { reader, takes };
  }
  return best;
}

function isBetter(takes: readonly number[], than: readonly number[]): boolean {
  return takes.length === than.length ? (takes[0] ?? 0) < (than[0] ?? 0) : takes.length > than.length;
}
