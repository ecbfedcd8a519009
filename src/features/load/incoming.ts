/** What a drop or a paste brings, sorted out before anything is opened. */
export type Incoming =
  | { readonly kind: "file"; readonly file: File; readonly others: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly why: Refusal; readonly name: string }
  | { readonly kind: "nothing" };

export type Refusal = "folder" | "picture" | "workbook" | "archive" | "document" | "no-table";

const BY_ENDING: Readonly<Record<string, Refusal>> = {
  png: "picture",
  jpg: "picture",
  jpeg: "picture",
  gif: "picture",
  webp: "picture",
  bmp: "picture",
  tif: "picture",
  tiff: "picture",
  heic: "picture",
  svg: "picture",
  xls: "workbook",
  xlsx: "workbook",
  xlsm: "workbook",
  xlsb: "workbook",
  ods: "workbook",
  numbers: "workbook",
  zip: "archive",
  "7z": "archive",
  rar: "archive",
  tar: "archive",
  tgz: "archive",
  pdf: "document",
  doc: "document",
  docx: "document",
  parquet: "document",
};

/** Why a file cannot be a table, judged by its name and type alone; null: it is worth a look. */
export function refusalOf(file: { readonly name: string; readonly type: string }): Refusal | null {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(BY_ENDING, ending)) return BY_ENDING[ending] ?? null;
  return file.type.startsWith("image/") ? "picture" : null;
}

/** One file that a person picked. */
export function incomingFile(file: File): Incoming {
  const why = refusalOf(file);
  return why ? { kind: "refused", why, name: file.name } : { kind: "file", file, others: 0 };
}

/**
 * Reads a drop or a paste: the first file that may be a table, else text that looks like one.
 * Must be called while the event is handled, because the browser empties the transfer afterwards.
 */
export function incomingOf(transfer: DataTransfer): Incoming {
  const items = [...transfer.items];
  const isFolder = items.map((item) => item.kind === "file" && item.webkitGetAsEntry()?.isDirectory === true);
  const dropped = items.flatMap((item, at) => {
    const file = item.kind === "file" ? item.getAsFile() : null;
    return file ? [{ file, why: isFolder[at] ? ("folder" as const) : refusalOf(file) }] : [];
  });
  const first = dropped.find(({ why }) => why === null);
  if (first) return { kind: "file", file: first.file, others: dropped.length - 1 };
  const refused = dropped[0];
  if (refused?.why) return { kind: "refused", why: refused.why, name: refused.file.name };
  const text = transfer.getData("text/plain");
  if (text.trim() === "") return { kind: "nothing" };
  return looksLikeTable(text) ? { kind: "text", text } : { kind: "refused", why: "no-table", name: "" };
}

/** A table has at least two lines: one word pasted by accident must not become one. */
export function looksLikeTable(text: string): boolean {
  return /\S[^\n\r]*[\n\r]+[^\n\r]*\S/.test(text);
}
