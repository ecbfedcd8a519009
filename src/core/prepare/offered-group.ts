import type { Column } from "../data/column";
import { sampleIndices, seededRandom } from "../math/random";
import { explainedSpread } from "./explained-spread";
import { rowsPerGroup } from "./group-rows";

/** From here on the groups say more of a number than all else together. */
const MIN_SHARE = 0.5;
/** With more rows than this left over, which are of no group that is large enough, most of a table would hardly be compared. */
const MAX_LEFT_OVER = 0.2;
/** So many rows tell a share to about a hundredth. */
const MAX_ROWS = 20_000;

/** A category within whose values numbers are better compared than across them. */
export interface OfferedGroup {
  /** Position of the category. */
  readonly column: number;
  /** The numbers whose spread it explains for the most part, the one that it explains best first. */
  readonly numbers: readonly { readonly column: number; readonly share: number }[];
}

/**
 * The category that explains most of the spread of the most numbers, none where no category does so.
 * @param among positions of the columns that count
 * @param checkpoint called after each category with the part that is done
 */
export async function offeredGroup(
  columns: readonly Column[],
  among: readonly number[],
  checkpoint: (done: number) => Promise<void>,
): Promise<OfferedGroup | null> {
  const categories = among.filter((at) => columns[at]?.kind === "category");
  let best: OfferedGroup | null = null;
  for (const [index, column] of categories.entries()) {
    const rows = rowsInGroups(columns[column]);
    const numbers = rows ? numbersExplained(columns, among, rows) : [];
    if (numbers.length > 0 && totalOf(numbers) > totalOf(best?.numbers ?? [])) best = { column, numbers };
    await checkpoint((index + 1) / categories.length);
  }
  return best;
}

function totalOf(numbers: OfferedGroup["numbers"]): number {
  return numbers.reduce((sum, { share }) => sum + share, 0);
}

function numbersExplained(columns: readonly Column[], among: readonly number[], groups: readonly number[][]) {
  return among
    .flatMap((column) => {
      const source = columns[column];
      if (source?.kind !== "number") return [];
      const share = explainedSpread(groups.map((rows) => rows.map((row) => source.values[row] ?? NaN)));
      return share !== null && share > MIN_SHARE ? [{ column, share }] : [];
    })
    .sort((one, other) => other.share - one.share);
}

/** Rows of each group that is large enough, or a sample of them; null where too many rows are in none. */
function rowsInGroups(column: Column | undefined): readonly number[][] | null {
  if (column?.kind !== "category") return null;
  const { codes, levels } = column;
  const counts = new Uint32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code]!++; // codes count levels
  const isLarge = counts.map((count) => Number(count >= rowsPerGroup));
  const inGroups = counts.reduce((sum, count, level) => sum + (isLarge[level] ? count : 0), 0);
  if (isLarge.filter(Boolean).length < 2 || inGroups < (1 - MAX_LEFT_OVER) * codes.length) return null;
  const groups = new Map<number, number[]>();
  for (const row of sampleIndices(codes.length, MAX_ROWS, seededRandom(1))) {
    const code = codes[row]!; // within the column
    if (!isLarge[code]) continue;
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [row]);
  }
  return [...groups.values()];
}
