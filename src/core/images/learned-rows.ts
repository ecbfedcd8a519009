import type { Dataset } from "../data/dataset";
import type { LearnFrom } from "../kinds/images-kind";

/** The rows that a detector of images learns from, ascending; null: all of them. */
export function learnedRows({ columns, rowCount }: Dataset, learnFrom: LearnFrom): Uint32Array | null {
  switch (learnFrom.kind) {
    case "all":
      return null;
    case "images":
      return Uint32Array.from(learnFrom.rows.filter((row) => row >= 0 && row < rowCount));
    case "folders": {
      const folder = columns.find(({ name }) => name === "folder");
      if (folder?.kind !== "category") return null;
      const wanted = new Set(learnFrom.folders);
      const isWanted = folder.levels.map((level) => wanted.has(level));
      return Uint32Array.from({ length: rowCount }, (_, row) => row).filter((row) => isWanted[folder.codes[row]!]); // a code per row
    }
    default:
      return learnFrom satisfies never;
  }
}
