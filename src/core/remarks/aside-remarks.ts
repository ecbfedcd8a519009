import type { ColumnKind } from "../data/column";
import type { ColumnProfile } from "../data/profile";
import type { Role } from "../prepare/recipe";
import type { ColumnFacts, Remark, Remedy } from "./remark";

/** What is set aside for these reasons could have mattered, where it is numbers or times. */
const ASIDE_NUMBERS = new Set([
  "role.constant",
  "role.all-missing",
  "role.duplicate",
  "role.id-consecutive",
  "role.id-ascending",
  "role.id-repeats",
  "role.label-shape",
  "role.label-copy",
  "role.label-marks",
]);
/** The same where it is words. A column named "id", or one with another word in every row, is what it looks like. */
const ASIDE_WORDS = new Set([
  "role.all-missing",
  "role.duplicate",
  "role.text",
  "role.mostly-unique",
  "role.label-copy",
  "role.label-marks",
]);

/** Three words, one behind the other. */
const SENTENCE = /\S+\s+\S+\s+\S/;
const MAX_LENGTH = 500;

/**
 * Columns that detectors do not see though nobody said so, and that could have mattered.
 *
 * @param roles what the columns are for now, by position
 * @param isUsed whether a column serves in another way, such as the time of a series
 */
export function asideRemarks(
  columns: readonly ColumnFacts[],
  roles: readonly (Role | undefined)[],
  isUsed: (position: number) => boolean,
): Remark[] {
  return columns.flatMap(({ kind, role, roleWhy, profile }, position): Remark[] => {
    const mattered = kind === "number" || kind === "time" ? ASIDE_NUMBERS : ASIDE_WORDS;
    // Sentences of which each is another one name no rows.
    const isSentences = roleWhy.code === "role.id-text" && isFreeText(profile.levels);
    if (roles[position] !== role || isUsed(position) || !(mattered.has(roleWhy.code) || isSentences)) return [];
    return [{ columns: [position], why: roleWhy, remedies: remediesOf(position, kind, profile) }];
  });
}

function remediesOf(
  position: number,
  kind: ColumnKind,
  { missing, rows, distinct, levels }: ColumnProfile,
): readonly Remedy[] {
  if (missing === rows || (distinct < 2 && missing === 0)) return [];
  if (kind !== "text") return [{ does: "use" }];
  const asWords: Remedy = { does: "read-as", kind: "category" };
  const templates: Remedy = { does: "make", made: { of: position, what: "templates" } };
  return isFreeText(levels) ? [templates, asWords] : [asWords];
}

/** Sentences, of which templates can be made: most of them have several words. */
function isFreeText(levels: ColumnProfile["levels"]): boolean {
  const sentences = (levels ?? []).filter(({ level }) => SENTENCE.test(level.slice(0, MAX_LENGTH)));
  return sentences.length * 2 > (levels ?? []).length;
}

/** Whether what was set aside was read as it stands: words are words. */
export function isPlainWords({ kind, roleWhy }: ColumnFacts): boolean {
  return kind !== "number" && kind !== "time" && roleWhy.code !== "role.all-missing";
}
