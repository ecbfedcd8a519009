import type { FailureInfo } from "../core/data/failure";
import { failureInfoOf } from "../core/data/failure-info";
import { narrowedTo } from "../core/data/files-of";
import type { Note } from "../core/data/note";
import type { Inspection, Look, Source } from "../engine/protocol";
import type { OpenArchive, Reading } from "./session-state";

/** The files that are read, and what a look at their beginning told. */
export interface Seen {
  readonly source: Source;
  readonly inspection: Inspection;
  readonly archive?: OpenArchive;
}

type FoundTable = Extract<Look, { is: "table" }>;

/** The files that are read; those that were unpacked before are still of their archive. */
export function seenIn(source: Source, { takes, inspection, inside }: FoundTable, shown: Seen | null): Seen {
  if (inside) {
    const { path, others } = inside;
    return { source: inside.source, inspection, archive: { given: source, path, others } };
  }
  const narrowed = narrowedTo(source, takes);
  const archive = shown?.source === narrowed ? shown.archive : undefined;
  return { source: narrowed, inspection, ...(archive && { archive }) };
}

/** Tells that an archive holds more than was opened. */
export function besideIn({ given, path, others }: OpenArchive): Note {
  return { code: "drop.from-archive", values: { name: path, archive: given.name, count: others.length } };
}

/** Tells that not all files that came are read. */
export function leftAside(given: Source, { name, files }: Source): Note {
  return { code: "drop.left-aside", values: { name, count: given.files.length - files.length } };
}

/** The name of another file than the one on screen that is looked at, read or waits for an answer; null where there is none. */
export function comingBeside(onScreen: Source, reading: Reading): string | null {
  const isComing = reading.stage === "looking" || reading.stage === "reading" || reading.stage === "too-large";
  return isComing && reading.source !== onScreen ? reading.source.name : null;
}

/** Why a file could not be read. Of a run whose worker died the table comes back by itself; a file that was not read does not. */
export function whyUnread(error: unknown): FailureInfo {
  const failure = failureInfoOf(error);
  return failure.code === "worker-died" ? { ...failure, code: "reading-died" } : failure;
}
