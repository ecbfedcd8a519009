import type { ColumnKind } from "../data/column";
import type { ColumnProfile } from "../data/profile";
import type { ColumnRecipe, Recipe } from "../prepare/recipe";

/** What can be said of a table and its recipe without looking at a row. */
export interface TableFacts {
  readonly rows: number;
  /** Features when every category becomes one number. */
  readonly features: number;
  /** Features when every category of few levels becomes a feature per level, as for distances. */
  readonly wideFeatures: number;
  /** How many of the wide features are levels. */
  readonly oneHotFeatures: number;
  /** Features of each kind of column; constant columns are none. */
  readonly numericColumns: number;
  readonly categoryColumns: number;
  readonly timeColumns: number;
  /** Share of the cells that are missing, 0 to 1. */
  readonly missingShare: number;
  /** At least this share of the rows repeats another row: there are not more combinations of values than that. */
  readonly duplicateShare: number;
  /** Number columns with values far beyond the others that no log tames. */
  readonly heavyTails: number;
  /** Number columns in which at least half of the values are equal. */
  readonly halfEqual: number;
}

export interface FactColumn {
  readonly kind: ColumnKind;
  readonly profile: ColumnProfile;
}

/** The facts that recommendations rest on; one recipe per column. */
export function factsOf(rows: number, columns: readonly FactColumn[], recipe: Recipe): TableFacts {
  const used = columns.flatMap(({ kind, profile }, position) => {
    const chosen = recipe.columns[position];
    return chosen?.role === "feature" && kind !== "text" && varies(profile, chosen) ? [{ kind, profile, chosen }] : [];
  });
  const count = (matches: (column: (typeof used)[number]) => boolean): number => used.filter(matches).length;
  const sum = (of: (column: (typeof used)[number]) => number): number =>
    used.reduce((total, column) => total + of(column), 0);
  const narrow = ({ kind, chosen }: (typeof used)[number]): number =>
    (kind === "time" ? chosen.dateParts.length : 1) + Number(chosen.missingSignal);
  const levels = ({ kind, profile, chosen }: (typeof used)[number]): number =>
    kind === "category" && isOneHot(chosen) && profile.distinct <= recipe.oneHotLimit ? profile.distinct : 0;
  const circles = ({ kind, chosen }: (typeof used)[number]): number =>
    kind === "time" ? chosen.dateParts.filter((part) => part === "hour" || part === "weekday").length : 0;
  const features = sum(narrow);
  const oneHotFeatures = sum(levels);
  return {
    rows,
    features,
    wideFeatures: features + oneHotFeatures - count((column) => levels(column) > 0) + sum(circles),
    oneHotFeatures,
    numericColumns: count(({ kind }) => kind === "number"),
    categoryColumns: count(({ kind }) => kind === "category"),
    timeColumns: count(({ kind }) => kind === "time"),
    missingShare: sum(({ profile }) => profile.missing) / Math.max(1, rows * used.length),
    duplicateShare: used.length > 0 && rows > 0 ? Math.max(0, 1 - combinationsOf(used) / rows) : 0,
    heavyTails: count(({ profile, chosen }) => !chosen.log && hasHeavyTail(profile)),
    halfEqual: count(({ kind, profile }) => kind === "number" && profile.numeric?.mad === 0),
  };
}

function varies(profile: ColumnProfile, { missingSignal }: ColumnRecipe): boolean {
  return profile.distinct > 1 || (missingSignal && profile.distinct === 1 && profile.missing > 0);
}

function isOneHot({ encode }: ColumnRecipe): boolean {
  return encode === "one-hot" || encode === "auto";
}

function combinationsOf(columns: readonly FactColumn[]): number {
  return columns.reduce((total, { profile }) => total * (profile.distinct + (profile.missing > 0 ? 1 : 0)), 1);
}

function hasHeavyTail({ warnings }: ColumnProfile): boolean {
  return warnings.some(({ code }) => code.startsWith("profile.heavy-tail"));
}
