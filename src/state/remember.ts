import type { Note } from "../core/data/note";
import { hashOf } from "../core/detect/run-key";
import { encodeProject, type Project } from "../core/project/project";
import { jsonIn, type TextStorage } from "./guarded-storage";
import type { Source } from "../engine/protocol";
import { bytesOf } from "./source";
import { projectIn } from "./projects";
import { decodeRecents } from "./recents";
import type { Recent } from "./session-state";

const INDEX_KEY = "anomaly-explorer:recent";
const MAX_KEPT_PROJECTS = 6;
/** Local storage holds about 5 MB for the whole origin. */
const MAX_DOCUMENT_LENGTH = 1_500_000;

/** Tells the same file, or the same set of files, from others without keeping any of them. */
export function fingerprintOf(source: Source): string {
  const { name, files } = source;
  const [only] = files;
  if (!only || files.length > 1) return hashOf(`${name}|${bytesOf(source)}|${files.length} files`);
  const modified = only.blob instanceof File ? only.blob.lastModified : 0;
  return hashOf(`${name}|${only.blob.size}|${modified}`);
}

/** The files worked on lately, newest first. */
export function recentFiles(storage: TextStorage): readonly Recent[] {
  return decodeRecents(jsonIn(storage, INDEX_KEY));
}

/** Keeps what was chosen for a file; false where that is too long to be kept. */
export function rememberProject(storage: TextStorage, recent: Recent, project: Project): boolean {
  const document = encodeProject(project);
  if (document.length > MAX_DOCUMENT_LENGTH) return false;
  const others = recentFiles(storage).filter(({ fingerprint }) => fingerprint !== recent.fingerprint);
  for (const dropped of others.slice(MAX_KEPT_PROJECTS - 1)) storage.removeItem(keyOf(dropped.fingerprint));
  storage.setItem(keyOf(recent.fingerprint), document);
  storage.setItem(INDEX_KEY, JSON.stringify([recent, ...others.slice(0, MAX_KEPT_PROJECTS - 1)]));
  return true;
}

/** What was kept for a file, and what of it could not be used; null where there is nothing. */
export function recallProject(
  storage: TextStorage,
  fingerprint: string,
): { readonly project: Project; readonly dropped: readonly Note[] } | null {
  return projectIn(jsonIn(storage, keyOf(fingerprint)));
}

/** Forgets every file. */
export function forgetAll(storage: TextStorage): void {
  for (const { fingerprint } of recentFiles(storage)) storage.removeItem(keyOf(fingerprint));
  storage.removeItem(INDEX_KEY);
}

function keyOf(fingerprint: string): string {
  return `anomaly-explorer:choices:${fingerprint}`;
}
