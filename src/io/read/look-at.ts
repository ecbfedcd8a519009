import { narrowedTo } from "../../core/data/files-of";
import type { LabelledEntry } from "../../core/series/labelled-windows";
import { isSession } from "../keep/read-session";
import { glanceAt, type SeenFile } from "./glance";
import { labelledWindowsIn } from "./labelled-windows-in";
import { readers, type Inspection, type Reader } from "./readers";
import { refusalOf } from "./refusal";
import { isZip } from "./signatures";
import type { Source } from "./source";
import type { TableReader } from "./table-reader";

/** What the files of a source are, by what is in them. */
export type Look =
  | {
      readonly is: "table";
      /** Positions of the files that are read; the others are left aside. */
      readonly takes: readonly number[];
      readonly inspection: Inspection;
      /** Where the table lay in an archive. */
      readonly inside?: Inside;
    }
  /** Work with all that was chosen and computed, to be opened as such. */
  | { readonly is: "session" }
  /** Times that are known to be strange, to be laid beside an open series; or why they cannot be. */
  | { readonly is: "labelled-windows"; readonly entries: readonly LabelledEntry[] | "too-many" };

/** A table that was found in an archive. */
export interface Inside {
  /** The files that are read, unpacked. */
  readonly source: Source;
  readonly path: string;
  /** Other files of the archive that may be tables, the largest first. */
  readonly others: readonly string[];
}

/**
 * Looks at names and first bytes of all files, and at more of those that a reader claims. `fixed`: settings that a person
 * chose; `entry`: the file of an archive that is to be read. Throws Failure where none of them can be read, with what they
 * are.
 */
export async function lookAt(source: Source, fixed: object = {}, entry?: string): Promise<Look> {
  const files = glanceAt(source);
  const entries = await labelledWindowsIn(files);
  if (entries) return { is: "labelled-windows", entries };
  if (await holdsSession(files)) return { is: "session" };
  const claim = await claimOn(files);
  const inside = await lookInside(files, claim, fixed, entry);
  if (inside) return inside;
  if (!claim) throw await refusalOf(source.name, files);
  return { is: "table", takes: claim.takes, inspection: await inspected(claim, source, fixed) };
}

async function holdsSession([file, ...others]: readonly SeenFile[]): Promise<boolean> {
  return file !== undefined && others.length === 0 && isZip(await file.head()) && isSession(file);
}

/** A table in a zip archive that is itself of no format, but for one that may hold images. */
async function lookInside(
  files: readonly SeenFile[],
  claim: Claim | null,
  fixed: object,
  entry: string | undefined,
): Promise<Look | null> {
  const [file] = files;
  if (!file || files.length > 1 || (claim && claim.reader.format !== "images") || !isZip(await file.head()))
    return null;
  // A damaged one is told of by who reads it.
  const { filesInside } = await import("../archive/files-inside");
  const inner = await filesInside(file.blob, entry).catch(() => []);
  const found = await claimOn(glanceAt({ files: inner }));
  const at = found?.takes[0];
  const taken = at === undefined ? undefined : inner[at];
  if (!found || found.reader.format === "images" || !taken) return null;
  const name = taken.path.slice(taken.path.lastIndexOf("/") + 1);
  const source = { name, files: [{ path: name, blob: await taken.whole() }] };
  const inspection = await inspected({ ...found, takes: [0] }, source, fixed);
  const all = entry === undefined ? inner : await filesInside(file.blob);
  const others = all.map(({ path }) => path).filter((path) => path !== taken.path);
  return { is: "table", takes: [0], inspection, inside: { source, path: taken.path, others } };
}

async function inspected({ reader, takes }: Claim, source: Source, fixed: object): Promise<Inspection> {
  // What was fixed for another format means nothing to this one, which leaves out what it does not know.
  const anyReader = reader as Pick<TableReader<string, object, unknown>, "inspect">;
  // Of the format of its reader.
  return (await anyReader.inspect(narrowedTo(source, takes), fixed)) as Inspection;
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
