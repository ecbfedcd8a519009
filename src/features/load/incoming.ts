import { kindOf, type FileKind, type Refusal } from "./file-kind";

/** A file, and where it lies below what was dropped: "train/good/001.png". */
export interface Found {
  readonly path: string;
  readonly file: File;
}

/** One thing that was dropped, pasted or chosen. */
export type Brought =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "folder"; readonly name: string; readonly files: readonly Found[] };

/** What it is to the product, sorted out before anything is opened. `others`: files that are left aside. */
export type Incoming =
  | { readonly kind: "file"; readonly file: File; readonly others: number }
  /** `name` is null where several files have none in common. */
  | {
      readonly kind: "images";
      readonly name: string | null;
      readonly files: readonly Found[];
      readonly others: number;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly why: Refusal; readonly name: string }
  | { readonly kind: "nothing" };

/** The first thing that can be opened decides: a table, an archive of images, or all images together. */
export function incomingOf(brought: readonly Brought[]): Incoming {
  const count = brought.reduce((sum, one) => sum + (one.kind === "file" ? 1 : one.files.length), 0);
  for (const one of brought) {
    const { kind, file } = worthOf(one);
    if (file === null) continue;
    if (kind === "table") return { kind: "file", file, others: count - 1 };
    const files = kind === "zip" ? [{ path: file.name, file }] : imageSetOf(brought);
    const isFolder = kind === "image" && one.kind === "folder" && brought.length === 1;
    const name = isFolder ? one.name : files.length === 1 ? file.name : null;
    return { kind: "images", name, files, others: count - files.length };
  }
  const [first] = brought;
  if (!first) return { kind: "nothing" };
  const { kind, file } = worthOf(first);
  return {
    kind: "refused",
    why: file === null ? kind : "no-table",
    name: first.kind === "file" ? first.file.name : first.name,
  };
}

type Worth =
  { readonly kind: "table" | "image" | "zip"; readonly file: File } | { readonly kind: Refusal; readonly file: null };

/** What a file is, or the best of a folder: images before a table, because notes and lists of names lie beside them. */
function worthOf(brought: Brought): Worth {
  if (brought.kind === "file") {
    const kind = kindOf(brought.file);
    return opens(kind) ? { kind, file: brought.file } : { kind, file: null };
  }
  const { files } = brought;
  for (const wanted of ["image", "table", "zip"] as const) {
    // A file without a telling name may be a table where it was brought alone, not where it lies in a folder.
    const found = files.find(({ file }) => kindOf(file) === wanted && (wanted !== "table" || hasTableName(file)));
    if (found) return { kind: wanted, file: found.file };
  }
  const isForeign = files.some(({ file }) => kindOf(file) === "image-format");
  return { kind: files.length === 0 ? "empty-folder" : isForeign ? "image-format" : "folder", file: null };
}

function opens(kind: FileKind): kind is "table" | "image" | "zip" {
  return kind === "table" || kind === "image" || kind === "zip";
}

function hasTableName({ name }: File): boolean {
  return /\.(csv|tsv|tab|txt|dat)(\.gz)?$/i.test(name);
}

/** Every image by itself, and whole folders that hold some: what else lies there is told of when it is read. */
function imageSetOf(brought: readonly Brought[]): readonly Found[] {
  return brought.flatMap((one) => {
    if (worthOf(one).kind !== "image") return [];
    if (one.kind === "file") return [{ path: one.file.name, file: one.file }];
    if (brought.length === 1) return one.files;
    return one.files.map(({ path, file }) => ({ path: `${one.name}/${path}`, file }));
  });
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
