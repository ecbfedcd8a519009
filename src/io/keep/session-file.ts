import { encodeWork, type WorkDocument, type WorkFile } from "./work-document";

/** What tells a session from any other archive that holds a file of this name. */
export const SESSION_NAME = "session.json";
export const SESSION_FORMAT = "anomaly-explorer-session";
export const SESSION_VERSION = 1;
/** Where in it the files lie that were opened, the parts, and kept detectors. */
const DATA_FOLDER = "data/";
export const PART_FOLDER = "parts/";
export const MODEL_FOLDER = "detectors/";
/** What every system can write. */
const LONGEST_NAME = 100;

/** One file of a session, behind its document. */
export interface SessionEntry {
  readonly path: string;
  readonly blob: Blob;
}

/**
 * A session as one file that any program can unpack: what was chosen first, as JSON, then the files as they came, and what
 * was computed as plain numbers. Sizes stand in front of the bytes, so that one that is cut off can be read up to there.
 *
 * @param content the hash of the bytes that the work is about: how the right data are known where they do not come along
 * @param checkpoint is told how much is written; rejects where the person gave up
 */
export async function sessionFile(
  work: WorkDocument,
  content: string,
  entries: readonly SessionEntry[],
  checkpoint: (done: number) => Promise<void>,
): Promise<Blob> {
  const { BlobReader, BlobWriter, TextReader, ZipWriter } = await import("@zip.js/zip.js/index-native.js");
  const writer = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false, dataDescriptor: false });
  const written: unknown = JSON.parse(encodeWork(work));
  const document = { format: SESSION_FORMAT, version: SESSION_VERSION, content, work: written };
  await writer.add(SESSION_NAME, new TextReader(JSON.stringify(document)));
  const all = entries.reduce((sum, { blob }) => sum + blob.size, 0) || 1;
  const givesUp = new AbortController();
  let why: unknown = null;
  let before = 0;
  for (const { path, blob } of entries) {
    const options = {
      signal: givesUp.signal,
      onprogress: (bytes: number) =>
        checkpoint((before + bytes) / all).catch((error: unknown) => {
          why ??= error;
          givesUp.abort();
        }),
    };
    await writer.add(path, new BlobReader(blob), options).catch((error: unknown) => {
      throw why ?? error;
    });
    before += blob.size;
  }
  return writer.close();
}

/** Where a file of those that were opened lies: under its own name, behind a number that no other has. */
export function dataPath(at: number, { path }: Pick<WorkFile, "path">): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/[^\p{L}\p{N}._ -]/gu, "_");
  return `${DATA_FOLDER}${at + 1}-${name.slice(-LONGEST_NAME)}`;
}

/** The number in front of such a name; null of another file. */
export function dataNumber(path: string): number | null {
  const [folder, name] = [path.slice(0, DATA_FOLDER.length), path.slice(DATA_FOLDER.length)];
  const at = Number.parseInt(name, 10) - 1;
  return folder === DATA_FOLDER && at >= 0 ? at : null;
}
