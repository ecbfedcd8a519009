import { isRecord } from "../../core/project/decoder";
import { unpacked } from "../../io/keep/unpack";
import type { KeptReading, KeptRun, KeptTable } from "./parts-of-work";

/** What a part holds, where it is there and whole. */
async function contentOf(blob: Blob | null): Promise<unknown> {
  try {
    return blob && unpacked(await blob.arrayBuffer());
  } catch {
    return null;
  }
}

/** How a table is read; null where that is not there. */
export async function readingIn(blob: Blob | null): Promise<KeptReading | null> {
  const found = await contentOf(blob);
  const isWhole =
    isRecord(found) && isRecord(found.plan) && isRecord(found.inspection) && typeof found.content === "string";
  // Ours, and whole: a package that is damaged does not come out of `unpacked`.
  return isWhole ? (found as unknown as KeptReading) : null;
}

/** A table whose columns are all as long as it says; null where it is none. */
export async function tableIn(blob: Blob | null): Promise<KeptTable | null> {
  const found = await contentOf(blob);
  if (!isRecord(found) || !isRecord(found.dataset) || !isRecord(found.told)) return null;
  const { rowCount, columns } = found.dataset;
  const isWhole =
    Array.isArray(columns) &&
    Array.isArray(found.profiles) &&
    found.profiles.length === columns.length &&
    columns.every((column: unknown) => isColumn(column, rowCount));
  return isWhole ? (found as unknown as KeptTable) : null; // Ours, and its columns were looked at.
}

/** A run over a table of so many rows; null where it is none. */
export async function runIn(blob: Blob | null, dataset: string, rowCount: number): Promise<KeptRun | null> {
  const found = await contentOf(blob);
  if (!isRecord(found) || !isRecord(found.request) || !isRecord(found.result)) return null;
  const { scores, key } = found.result;
  const isWhole =
    found.request.dataset === dataset &&
    typeof key === "string" &&
    scores instanceof Float64Array &&
    scores.length === rowCount;
  return isWhole ? (found as unknown as KeptRun) : null; // Ours, of this table, with a score for each row.
}

function isColumn(column: unknown, rowCount: unknown): boolean {
  if (!isRecord(column) || typeof column.name !== "string") return false;
  switch (column.kind) {
    case "number":
    case "time":
      return column.values instanceof Float64Array && column.values.length === rowCount;
    case "category":
      return column.codes instanceof Int32Array && column.codes.length === rowCount && Array.isArray(column.levels);
    case "text":
      return Array.isArray(column.values) && column.values.length === rowCount;
    default:
      return false;
  }
}
