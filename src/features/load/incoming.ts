/** A file, and where it lies, the folder that was dropped included: "parts/train/good/001.png". */
export interface Found {
  readonly path: string;
  readonly file: File;
}

/** One thing that was dropped, pasted or chosen; the paths of a folder's files are those below it. */
export type Brought =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "folder"; readonly name: string; readonly files: readonly Found[] };

/** What came in. What its files are, their content decides once they are looked at. */
export type Incoming =
  /** `name` is null where several things have none in common. */
  | { readonly kind: "files"; readonly name: string | null; readonly files: readonly Found[] }
  | { readonly kind: "text"; readonly text: string }
  /** The words are under `drop` of the notes. */
  | { readonly kind: "refused"; readonly why: "empty-folder" | "no-table" | "gone"; readonly name: string }
  | { readonly kind: "nothing" };

/** All files of all that was brought. */
export function sortIncoming(brought: readonly Brought[]): Incoming {
  const [first] = brought;
  if (!first) return { kind: "nothing" };
  const files = brought.flatMap((one) =>
    one.kind === "file"
      ? [{ path: one.file.name, file: one.file }]
      : one.files.map(({ path, file }) => ({ path: `${one.name}/${path}`, file })),
  );
  if (files.length === 0) return { kind: "refused", why: "empty-folder", name: nameOf(first) };
  return { kind: "files", name: brought.length === 1 ? nameOf(first) : null, files };
}

function nameOf(brought: Brought): string {
  return brought.kind === "file" ? brought.file.name : brought.name;
}

/** Whether a file calls itself an image; so that many of them have a name before they are looked at. */
export function soundsLikeImage({ name, type }: { readonly name: string; readonly type: string }): boolean {
  return type.startsWith("image/") || /\.(png|jpe?g|jfif|webp|bmp|gif)$/i.test(name);
}

/** The files of one folder that a person picked in a dialogue: its name stands before every path. */
export function folderOf(files: readonly File[]): Brought {
  const name = files[0]?.webkitRelativePath.split("/")[0] ?? "";
  const found = files.map((file) => ({ path: file.webkitRelativePath.slice(name.length + 1), file }));
  return { kind: "folder", name, files: found.filter(({ path }) => !isHidden(path)) };
}

/** What systems leave behind beside the files of a person. */
export function isHidden(path: string): boolean {
  return /(^|\/)(\.|__MACOSX(\/|$)|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

/** A table has at least two lines: one word pasted by accident must not become one. */
export function looksLikeTable(text: string): boolean {
  return /\S[^\n\r]*[\n\r]+[^\n\r]*\S/.test(text);
}
