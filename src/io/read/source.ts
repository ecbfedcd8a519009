/** A file, and where it lies below what was dropped or chosen: "parts/train/good/001.png". */
export interface SourceFile {
  readonly path: string;
  readonly blob: Blob;
}

/** What a person opened, as the page holds it: one file or many. Pasted text is a file, too. */
export interface Source {
  readonly name: string;
  readonly files: readonly SourceFile[];
}
