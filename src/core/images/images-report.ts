import type { Note } from "../data/note";

/** What was met while images were read, beside their table (columns: image, folder, set, label, width, height, bytes). */
export interface ImagesReport {
  /** Files that are no row: the first of them by name, and how many there are. */
  readonly skipped: {
    readonly count: number;
    readonly first: readonly { readonly path: string; readonly why: Note }[];
  };
  /** Images that have a mask (white = defect) of their own. */
  readonly masks: number;
  /** All in common, or null. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Different folders, in order of path; with how many images each holds, and whether its name speaks of ordinary ones. */
  readonly folders: readonly { readonly name: string; readonly count: number; readonly isOrdinary: boolean }[];
  /** What was made of them before they are seen, such as a window of their values; absent: nothing. */
  readonly notes?: readonly Note[];
  /** Bytes that they may take as detectors see them, beyond which a run fails: count * size * size * channels. */
  readonly budget: number;
}
