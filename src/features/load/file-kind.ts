/** Why something cannot be opened; the words are under `drop` of the notes. */
export type Refusal =
  "folder" | "empty-folder" | "image-format" | "workbook" | "archive" | "document" | "video" | "no-table";

/** What a file seems to be. A table is what nothing speaks against. */
export type FileKind = "table" | "image" | "zip" | Refusal;

const ENDINGS_BY_KIND: readonly (readonly [FileKind, string])[] = [
  ["image", "png jpg jpeg jfif webp bmp gif avif"],
  ["image-format", "tif tiff heic heif svg raw dng cr2 nef psd"],
  ["workbook", "xls xlsx xlsm xlsb ods numbers"],
  ["zip", "zip"],
  ["archive", "7z rar tar tgz bz2 xz zst"],
  ["document", "pdf doc docx parquet"],
  ["video", "mp4 mov avi mkv webm"],
];

const KIND_BY_ENDING: ReadonlyMap<string, FileKind> = new Map(
  ENDINGS_BY_KIND.flatMap(([kind, endings]) => endings.split(" ").map((ending) => [ending, kind] as const)),
);

/** What a file is by its name and type alone. */
export function kindOf({ name, type }: { readonly name: string; readonly type: string }): FileKind {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const known = KIND_BY_ENDING.get(ending);
  if (known) return known;
  return type.startsWith("image/") ? "image" : type === "application/zip" ? "zip" : "table";
}
