import type { ColumnRecipe } from "../../core/prepare/recipe";
import type { PartInKind } from "../../core/kinds/core-kind";

/** What one click does about a warning. */
export interface Remedy {
  /** Names it in the catalogue: `remedy.<word>`. */
  readonly word: "ignore" | "id" | "log" | "signal" | "frequency";
  readonly change: Partial<ColumnRecipe>;
}

const ignore: Remedy = { word: "ignore", change: { role: "ignore" } };
const log: Remedy = { word: "log", change: { log: true } };

const REMEDY_BY_CODE: Readonly<Record<string, Remedy>> = {
  "profile.all-missing": ignore,
  "profile.constant": ignore,
  "profile.nearly-constant": ignore,
  "profile.duplicate": ignore,
  "profile.looks-like-id": { word: "id", change: { role: "id" } },
  "profile.heavy-tail-high": log,
  "profile.heavy-tail-low": log,
  "profile.many-missing": { word: "signal", change: { missingSignal: true } },
  "profile.many-levels": { word: "frequency", change: { encode: "frequency" } },
};

/** The remedy for a warning of a column's profile, where there is one that makes a difference to what the column is for. */
export function remedyOf(code: string, part: PartInKind | null): Remedy | null {
  const remedy = Object.hasOwn(REMEDY_BY_CODE, code) ? (REMEDY_BY_CODE[code] ?? null) : null;
  const counts = part === null || (part === "channel" && remedy?.change.role !== undefined);
  return counts ? remedy : null;
}

/** Whether nothing is left to do: the remedy was taken, or the detectors do not see the column anyway. */
export function isRemedied(remedy: Remedy, recipe: ColumnRecipe): boolean {
  if (recipe.role !== "feature") return true;
  return Object.entries(remedy.change).every(
    // The change is a part of a recipe, so its names are the recipe's.
    ([name, value]) => recipe[name as keyof ColumnRecipe] === value,
  );
}
