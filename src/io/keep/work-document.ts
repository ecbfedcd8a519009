import { rowKindNames } from "../../core/kinds/kinds";
import type { RowKind } from "../../core/kinds/row-kind";
import {
  type Decoder,
  finite,
  isRecord,
  leaf,
  listOf,
  nullable,
  oneOf,
  recordOf,
  text,
  whole,
  wholeOf,
} from "../../core/project/decoder";

/** One piece of work as it is kept: what a person chose, and which files hold the rest. */
export interface WorkDocument {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowKind: RowKind["kind"];
  /** What was opened is the built-in sample of that name. */
  readonly sample: string | null;
  /** The document of what a person chose (`core/project`), as it was encoded. */
  readonly project: unknown;
  /** What can be had again without them is there the sooner for them; without a source the table is all there is. */
  readonly parts: readonly WorkPart[];
}

/** A file of a piece of work. Kinds that are not known here are of a later version, and left as they are. */
export interface WorkPart {
  /** "source": the files as they came; "table": as they were read; "run": a detector that learned, with its scores. */
  readonly kind: string;
  /** Tells one of its kind from others: what it holds is what its name says, whatever happened since. */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  /** Of a source: what lies in the file, one after the other. */
  readonly files: readonly WorkFile[];
}

export interface WorkFile {
  readonly path: string;
  readonly bytes: number;
  readonly type: string;
  /** Null: of what was pasted, say, which has no date. */
  readonly modified: number | null;
}

const WORK_VERSION = 1;
const MAX_DATE_MS = 8.64e15;
const MAX_PARTS = 10_000;
const MAX_FILES = 1_000_000;
const LONGEST_NAME = 10_000;

export function encodeWork(work: WorkDocument): string {
  return JSON.stringify({ version: WORK_VERSION, ...work });
}

/** A piece of work out of any text, as far as it is lawful; null where that is none. `isNewer`: a later version wrote it. */
export function decodeWork(json: string): { readonly work: WorkDocument; readonly isNewer: boolean } | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const work = document(value, [], () => undefined);
  if (!work || !isRecord(value) || typeof value.version !== "number") return null;
  return { work, isNewer: value.version > WORK_VERSION };
}

/** One that lies in the folder of its work, wherever it says it is. */
const fileName = text(200, (name) => /^[\w.-]+$/.test(name) && !name.startsWith("."));

const file: Decoder<WorkFile> = wholeOf<WorkFile>({
  path: text(LONGEST_NAME),
  bytes: whole(0),
  type: text(200),
  modified: nullable(finite(-MAX_DATE_MS, MAX_DATE_MS)),
});

const part: Decoder<WorkPart> = wholeOf<WorkPart>({
  kind: text(100),
  name: text(LONGEST_NAME),
  file: fileName,
  bytes: whole(0),
  files: listOf(file, MAX_FILES),
});

const anything: Decoder<unknown> = leaf((value) => (value === undefined ? null : value));

const document: Decoder<WorkDocument> = recordOf<WorkDocument>({
  id: [text(200, (id) => /^[\w-]+$/.test(id)), ""],
  name: [text(LONGEST_NAME), ""],
  savedAt: [finite(0, MAX_DATE_MS), 0],
  rows: [whole(0), 0],
  columns: [whole(0), 0],
  rowKind: [oneOf(rowKindNames), "rows"],
  sample: [nullable(text(200)), null],
  project: [anything, null],
  parts: [listOf(part, MAX_PARTS), []],
});
