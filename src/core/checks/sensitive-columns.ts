import { firstNames } from "../data/first-names";
import { wordsOf } from "../data/role-names";
import { keyOf } from "../prepare/group-rows";
import type { Check, LookedAt } from "./check";
import { checkOf } from "./check";

/** What people are, and not what they did: in the languages that files are mostly named in. */
const sensitiveWords = new Set(
  (
    "gender sex geschlecht genre sexe genero sesso płeć geslacht kön " +
    "religion konfession confession glaube faith " +
    "ethnicity ethnic ethnie race herkunft origine nationality nationalität nationalitaet nationalité nacionalidad " +
    "nazionalità staatsangehörigkeit staatsangehoerigkeit staatsbürgerschaft citizenship " +
    "disability disabled behinderung schwerbehindert schwerbehinderung handicap discapacidad " +
    "familienstand marital pregnant pregnancy schwanger orientation gewerkschaft union"
  ).split(" "),
);
/** A value of fewer rows than this share counts as rare. */
const MAX_SHARE = 0.05;
const MAX_VALUES = 60;
const MAX_NAMED = 3;

/** A column of what people are, where the rows with a rare value would be flagged for just that. */
export function sensitiveColumn({ column, position, role }: LookedAt): Check[] {
  if (role !== "feature" || column.kind === "time" || !wordsOf(column.name).some((word) => sensitiveWords.has(word)))
    return [];
  const valueOf = keyOf(column);
  const length = column.kind === "category" ? column.codes.length : column.values.length;
  const counts = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    const value = valueOf(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MAX_VALUES) return [];
  }
  const rare = [...counts].filter(([, count]) => count < MAX_SHARE * length).map(([value]) => value);
  if (rare.length === 0 || rare.length === counts.size) return [];
  const isRare = new Set(rare);
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if (isRare.has(valueOf(row) ?? "")) rows.push(row);
  const values = { column: column.name, count: rows.length, levels: firstNames(rare, MAX_NAMED) };
  return [checkOf({ code: "check.sensitive", values }, rows, [position])];
}
