import type { ColumnKind } from "../../core/data/column";
import { Failure, type FailureInfo } from "../../core/data/failure";
import type { ReadReport } from "../../core/data/read-report";
import { glanceAt } from "../read/glance";
import type { Source, SourceFile } from "../read/source";
import type { InspectionOf, ReadTableOf, TableReader } from "../read/table-reader";
import { sharedSettings } from "./shared-settings";

/** A reader of one file, whatever its format. */
export type FileReader = Pick<TableReader<string, object, ReadReport>, "format" | "accepts" | "inspect" | "read">;

/** One of several files, looked at. */
export interface Part {
  /** Without the folders that it lies in. */
  readonly name: string;
  readonly source: Source;
  readonly reader: FileReader;
  readonly inspection: InspectionOf<string, object>;
}

export type ReadTable = ReadTableOf<ReadReport>;

/** A part that was read. */
export interface ReadPart {
  readonly part: Part;
  readonly table: ReadTable;
}

/** Reads a part again, with columns of other kinds. */
export type ReadAgain = (part: Part, kinds: Readonly<Record<number, ColumnKind>>) => Promise<ReadTable>;

export interface Parts {
  readonly parts: readonly Part[];
  readonly failed: readonly { readonly name: string; readonly info: FailureInfo }[];
}

/** Who reads a file that was brought among others; null where nobody does. */
export async function readerFor(file: SourceFile, readers: readonly FileReader[]): Promise<FileReader | null> {
  const seen = glanceAt({ files: [file] });
  for (const reader of readers) {
    // Any text may be cells apart by something: among other files one that is no table by its name is a remark.
    if (reader.format === "delimited" && !isNamedLikeTable(file.path)) continue;
    if (await reader.accepts(seen)) return reader;
  }
  return null;
}

/** Looks at each file; what some of them leave open, others may decide for all. */
export async function partsOf({ files }: Source, readers: readonly FileReader[]): Promise<Parts> {
  const parts: Part[] = [];
  const failed: { name: string; info: FailureInfo }[] = [];
  for (const file of files) {
    const name = lastOf(file.path);
    const source = { name, files: [file] };
    const reader = await readerFor(file, readers);
    try {
      if (reader) parts.push({ name, source, reader, inspection: await reader.inspect(source, {}) });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failed.push({ name, info: error.info });
    }
  }
  return { parts: await agreed(parts), failed };
}

/** The same files, each looked at once more where the others know better. */
async function agreed(parts: readonly Part[]): Promise<readonly Part[]> {
  const shared = sharedSettings(parts);
  return Promise.all(
    parts.map(async (part): Promise<Part> => {
      const fixed = shared(part);
      return fixed ? { ...part, inspection: await part.reader.inspect(part.source, fixed) } : part;
    }),
  );
}

function isNamedLikeTable(path: string): boolean {
  return /\.(csv|tsv|tab|txt|dat)(\.(gz|zst))?$/i.test(path);
}

/** The name of a file without the folders that it lies in. */
function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
