import type { Column } from "../data/column";
import type { ColumnProfile } from "../data/profile";
import { isUneven } from "../data/profile-clock";
import { plainRows } from "../kinds/row-kind";
import type { ColumnRecipe, DatePart, MissingRule, Recipe, Role } from "./recipe";

/** The recipe to start from: one entry per column, as sensible for its kind and profile whatever its role. */
export function defaultRecipe(
  columns: readonly Column[],
  profiles: readonly ColumnProfile[],
  roles: readonly Role[],
): Recipe {
  const parts = columns.map((_, position) => datePartsOf(profiles[position]));
  const onlyTimes = columns.every(
    (column, i) => roles[i] !== "feature" || (column.kind === "time" && parts[i]?.length === 0),
  );
  return {
    columns: columns.map((column, position): ColumnRecipe => {
      const dateParts = parts[position] ?? [];
      return {
        role: roles[position] ?? "ignore",
        missing: missingRuleOf(column),
        missingSignal: isMissingWorthSaying(profiles[position]),
        log: false,
        scale: "auto",
        encode: "auto",
        // Where there is nothing but times, the time between rows is what can be strange.
        dateParts: onlyTimes && column.kind === "time" ? ["hour", "weekday", "gap"] : dateParts,
      };
    }),
    oneHotLimit: 12,
    withinGroup: roles.includes("group"),
    rowKind: plainRows,
  };
}

function missingRuleOf({ kind }: Column): MissingRule {
  return { kind: kind === "number" || kind === "time" ? "median" : "most-frequent" };
}

/** A single stray gap is no pattern, and a column that is nearly all gaps is nearly constant. */
function isMissingWorthSaying(profile: ColumnProfile | undefined): boolean {
  if (!profile || profile.rows === 0 || profile.missing === 0) return false;
  const share = profile.missing / profile.rows;
  return profile.distinct === 1 || (share >= 0.01 && share <= 0.95);
}

/** Parts of the clock by which some rows are rarer than others; dates alone have no hour. */
function datePartsOf(profile: ColumnProfile | undefined): DatePart[] {
  if (!profile?.clock) return [];
  const { hours, weekdays } = profile.clock;
  const parts: DatePart[] = [];
  if (hours.filter((count) => count > 0).length > 2 && isUneven(hours)) parts.push("hour");
  if (isUneven(weekdays)) parts.push("weekday");
  return parts;
}
