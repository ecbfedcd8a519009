import { Failure } from "../../core/data/failure";
import type { SourceFile } from "../read/source";
import { type ZipEntry, zipDirectory } from "./zip-directory";

/** Enough to tell of every format but archives. */
const HEAD_BYTES = 64 * 1024;
/** Archives within an archive are looked into up to this size: a workbook is one. */
const MAX_INNER_BYTES = 300_000_000;
/** Bytes of the file that is read, unpacked. */
const MAX_BYTES = 1_500_000_000;
const MAX_FILES = 100;

const IS_IMAGE = /\.(png|jpe?g|jfif|webp|bmp|gif|tiff?)$/i;
const IS_TABLE =
  /\.(csv|tsv|tab|txt|dat|log|data|json|jsonl|ndjson|arff|npy|npz|parquet|parq|pq|xlsx|xlsm)(\.(gz|zst))?$/i;
const IS_LITTER = /(^|\/)(\.|__MACOSX(\/|$)|thumbs\.db$|desktop\.ini$)/i;

/** A file of an archive that may be a table: its beginning, and the way to all of it. */
export interface InnerFile extends SourceFile {
  /** Unpacks it. Throws Failure `bad-archive`. */
  whole(): Promise<Blob>;
}

/**
 * The files of a zip archive that may be tables, the largest first; `only`: the one that a person chose. None where the
 * archive is one of images. Nothing that it claims is believed: bytes are counted as they come out.
 *
 * @throws Failure `bad-archive`, `file-vanished`
 */
export async function filesInside(archive: Blob, only?: string): Promise<readonly InnerFile[]> {
  const entries = (await zipDirectory(archive)).filter((entry) => !entry.isEncrypted && !IS_LITTER.test(entry.path));
  const images = entries.filter(({ path }) => IS_IMAGE.test(path)).length;
  const named = entries.filter(({ path }) => IS_TABLE.test(path));
  if (images > 0 && images >= named.length) return [];
  const chosen = entries.filter(({ path }) => path === only);
  // A file whose name says nothing may be a table where it is the only one.
  const alone = entries.length === 1 ? entries : [];
  const candidates = chosen.length > 0 ? chosen : named.length > 0 ? named : alone;
  const ordered = candidates.toSorted((a, b) => b.claimed - a.claimed).slice(0, MAX_FILES);
  return Promise.all(ordered.map(innerFile));
}

async function innerFile(entry: ZipEntry): Promise<InnerFile> {
  const start = await beginning(entry, HEAD_BYTES);
  const isArchive = (await new Blob(start).slice(0, 2).text()) === "PK";
  // The directory of an archive stands at its end.
  const parts = isArchive ? await beginning(entry, MAX_INNER_BYTES) : start;
  return {
    path: entry.path,
    blob: new Blob(parts),
    async whole() {
      const all: BlobPart[] = [];
      for await (const bytes of entry.bytes(MAX_BYTES)) all.push(bytes);
      return new Blob(all);
    },
  };
}

/** The first bytes of an entry, at least as many as asked for where it has them; none where it is damaged. */
async function beginning(entry: ZipEntry, enough: number): Promise<BlobPart[]> {
  const parts: BlobPart[] = [];
  let size = 0;
  try {
    for await (const bytes of entry.bytes(Infinity)) {
      parts.push(bytes);
      size += bytes.length;
      if (size >= enough) break;
    }
  } catch (error) {
    if (!(error instanceof Failure) || error.info.code !== "bad-archive") throw error;
    return [];
  }
  return parts;
}
