import { hashOf } from "../core/detect/run-key";
import type { Choices } from "./choices";
import { bytesOf, isImages, type Opened } from "./opened";
import type { Recent } from "./session-state";

/** The part of the browser's storage that is used; tests give a Map-backed one. */
export interface SettingsStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const INDEX = "anomaly-explorer:recent";
const KEPT = 6;
/** Local storage holds about 5 MB for the whole origin. */
const LARGEST = 600_000;

/** Tells the same file, or the same images, from others without keeping any of them. */
export function fingerprintOf(source: Opened): string {
  if (isImages(source)) return hashOf(`${source.name}|${bytesOf(source)}|${source.files.length} images`);
  const modified = source.blob instanceof File ? source.blob.lastModified : 0;
  return hashOf(`${source.name}|${source.blob.size}|${modified}`);
}

/** The files worked on lately, newest first. Only names, sizes and choices are kept, never data. */
export function recentFiles(storage: SettingsStorage): readonly Recent[] {
  const found: unknown = parse(storage.getItem(INDEX));
  return Array.isArray(found) ? found.filter(isRecent) : [];
}

/** Keeps a person's choices for a file; false when the storage refuses or they are too long. */
export function rememberChoices(storage: SettingsStorage, recent: Recent, choices: Choices): boolean {
  const text = JSON.stringify(choices);
  if (text.length > LARGEST) return false;
  try {
    const others = recentFiles(storage).filter(({ fingerprint }) => fingerprint !== recent.fingerprint);
    for (const dropped of others.slice(KEPT - 1)) storage.removeItem(keyOf(dropped.fingerprint));
    storage.setItem(keyOf(recent.fingerprint), text);
    storage.setItem(INDEX, JSON.stringify([recent, ...others.slice(0, KEPT - 1)]));
    return true;
  } catch {
    return false;
  }
}

/** The choices kept for a file, laid over `initial` so that a detector added since has its defaults. */
export function recallChoices(storage: SettingsStorage, fingerprint: string, initial: Choices): Choices | null {
  const found: unknown = parse(storage.getItem(keyOf(fingerprint)));
  if (!isObject(found) || !isObject(found.params) || !Array.isArray(found.picked)) return null;
  // Written by rememberChoices; a tampered entry at worst fails the checks of the engine.
  const kept = found as unknown as Choices;
  return { ...initial, ...kept, params: { ...initial.params, ...kept.params } };
}

/** Forgets every file. */
export function forgetAll(storage: SettingsStorage): void {
  for (const { fingerprint } of recentFiles(storage)) storage.removeItem(keyOf(fingerprint));
  storage.removeItem(INDEX);
}

function keyOf(fingerprint: string): string {
  return `anomaly-explorer:choices:${fingerprint}`;
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecent(value: unknown): value is Recent {
  return isObject(value) && typeof value.fingerprint === "string" && typeof value.name === "string";
}
