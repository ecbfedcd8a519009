import type { Reading } from "./session-state";
import type { DelimitedInspection, Inspection, Source } from "../engine/protocol";

/** A single file as what a person opened. */
export function sourceOf(name: string, blob: Blob): Source {
  return { name, files: [{ path: name, blob }] };
}

/** Bytes on disk of all that was opened. */
export function bytesOf({ files }: Source): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}

/** Whether cells are written as text, with all that can be guessed wrong about it; other formats say themselves what they are. */
export function isDelimited(inspection: Inspection | null): inspection is DelimitedInspection {
  return inspection?.format === "delimited";
}

/** The mark before the fraction of a number, as the file has it; a point where it has none of its own. */
export function decimalOf(reading: Reading): "." | "," {
  const inspection = "inspection" in reading ? reading.inspection : null;
  return isDelimited(inspection) && inspection.plan.settings.decimal === "," ? "," : ".";
}
