/** A file that is kept. */
export interface KeptEntry {
  readonly path: string;
  readonly bytes: number;
}

/** How much is kept here, and how much more could be; null where the browser does not say. */
export interface Room {
  readonly used: number | null;
  readonly free: number | null;
}

/**
 * Files that outlive the page. Paths are "folder/name", one folder deep. A file that is written is there as a whole or, after
 * a crash, perhaps in part: who writes says elsewhere, afterwards, that it is whole. Rejects with a Failure of the code
 * `storage-full` or `storage-blocked`.
 */
export interface KeptFiles {
  /** Whether what is written outlives the page. */
  readonly isLasting: boolean;
  /** Writes a file in the place of another; answers with its bytes, all of which are on the disk by then. */
  write(path: string, pieces: Pieces): Promise<number>;
  /** Null where there is none. */
  read(path: string): Promise<Blob | null>;
  list(): Promise<readonly KeptEntry[]>;
  /** Nothing happens where there is none. */
  remove(path: string): Promise<void>;
  room(): Promise<Room>;
}

export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
