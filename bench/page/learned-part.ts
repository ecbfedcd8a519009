import { sampleIndices, seededRandom } from "../../src/core/math/random";
import type { OpenTable } from "./table";

/** Of a series so much is learned from, and the rest scored. */
const FIRST_SHARE = 0.25;

/**
 * The table as it stands where only what is ordinary was learned from, and what was not is evaluated: of a series its first
 * part, of rows and of sequences the ordinary ones of one half, drawn by the seed, the other half being evaluated.
 */
export function learnedPart(table: OpenTable, seed: number): OpenTable {
  const { card, kind, labels, evaluated } = table;
  const withRule = (rows: readonly number[], rest: Uint32Array): OpenTable => ({
    ...table,
    card: { ...card, recipe: { ...card.recipe, learn: { kind: "rows", rows } } },
    evaluated: rest,
  });
  if (kind === "series") {
    const cut = Math.round(FIRST_SHARE * card.rowCount);
    const first = Array.from({ length: cut }, (_, row) => row);
    return withRule(first, evaluated.subarray(cut));
  }
  if (!labels) throw new Error("nothing says which rows are ordinary");
  const chosen = new Set(sampleIndices(evaluated.length, Math.floor(evaluated.length / 2), seededRandom(seed)));
  const learned: number[] = [];
  // Rows between two that are evaluated belong to the sequence of the first of them.
  evaluated.forEach((row, at) => {
    const end = evaluated[at + 1] ?? card.rowCount;
    if (chosen.has(at) && labels[row] === 0) for (let own = row; own < end; own++) learned.push(own);
  });
  return withRule(
    learned,
    evaluated.filter((_, at) => !chosen.has(at)),
  );
}
