import { decodeRowKind, namedRowKind, rowKindFor } from "../kinds/named-row-kind";
import type { NamedRowKind } from "../kinds/row-kind";
import type { Note } from "../data/note";
import { namesNote } from "../prepare/names-note";
import type { IgnoredPeriods, Recipe } from "../prepare/recipe";
import {
  type ColumnSettings,
  columnRecipesFor,
  columnSettingsOf,
  decodeColumns,
  type HeldFields,
} from "./column-settings";
import { columnRef, type ColumnRef, type NamedColumn, positionOf, refTo } from "./column-ref";
import { decodeWindows } from "./decode-windows";
import { decodeLearn, learnRuleFor, type LearnSettings, learnSettingsOf } from "./learn-settings";
import { bothOf, listOf, oneOf, partOf, recordOf, truth, whole, wholeOf } from "./decoder";

/** What is read of a table before its rows: its columns, and the recipe that was guessed for them. */
export interface TableOutline {
  readonly columns: readonly NamedColumn[];
  readonly recipe: Recipe;
  /** By column, what a person chose that was guessed alike when the table was read again: it is still their choice. */
  readonly held?: HeldFields;
}

interface Common {
  readonly oneHotLimit: number;
  readonly withinGroup: boolean;
  readonly rowKind: NamedRowKind;
  /** Absent: all rows are learned from, which is what is guessed of every table. */
  readonly learn: LearnSettings;
  /** Absent: no period is ignored. */
  readonly ignored: IgnoredPeriods<ColumnRef>;
}

/** A recipe with its columns by their names; what is absent is guessed. */
export interface RecipeSettings extends Partial<Common> {
  readonly columns: readonly ColumnSettings[];
  /** What a person chose otherwise than it was guessed, beside the columns. */
  readonly chosen: readonly (keyof Common)[];
}

const commonNames = ["oneHotLimit", "withinGroup", "rowKind", "learn", "ignored"] as const;

const decodeIgnored = wholeOf<IgnoredPeriods<ColumnRef>>({ column: columnRef, windows: decodeWindows });

export const decodeRecipe = bothOf(
  partOf<Common>({
    oneHotLimit: whole(0),
    withinGroup: truth,
    rowKind: decodeRowKind,
    learn: decodeLearn,
    ignored: decodeIgnored,
  }),
  recordOf<Pick<RecipeSettings, "columns" | "chosen">>({
    columns: [decodeColumns, []],
    chosen: [listOf(oneOf(commonNames), commonNames.length), []],
  }),
);

/** What the document keeps of a recipe made for the table of that outline. */
export function recipeSettingsOf(recipe: Recipe, { columns, recipe: guess, held }: TableOutline): RecipeSettings {
  const { oneHotLimit, withinGroup, learn, ignored } = recipe;
  const rowKind = namedRowKind(recipe.rowKind, columns);
  const isChosen = {
    oneHotLimit: oneHotLimit !== guess.oneHotLimit,
    withinGroup: withinGroup !== guess.withinGroup,
    rowKind: JSON.stringify(recipe.rowKind) !== JSON.stringify(guess.rowKind),
    learn: learn !== undefined,
    ignored: ignored !== undefined,
  };
  const ignoredBy = ignored && refTo(columns, ignored.column);
  return {
    oneHotLimit,
    withinGroup,
    ...(rowKind && { rowKind }),
    ...(learn && { learn: learnSettingsOf(learn, columns) }),
    ...(ignored && ignoredBy && { ignored: { column: ignoredBy, windows: ignored.windows } }),
    columns: columnSettingsOf(recipe.columns, columns, guess.columns, held),
    chosen: commonNames.filter((name) => isChosen[name]),
  };
}

/** How a kept recipe is laid over a table. */
export interface LaidOver {
  /** The guess was made for the same file since: only what a person chose stands over it. */
  readonly isGuessNewer: boolean;
  /** What detectors did not see they do not see now: a column that became words makes no answer of another a measurement. */
  readonly keepsAside: boolean;
}

/** The recipe of a table, and what of the kept one found no place in it. */
export function recipeFor(
  settings: RecipeSettings,
  { columns, recipe: guess }: TableOutline,
  laid: LaidOver,
): { readonly recipe: Recipe; readonly held: HeldFields; readonly notes: readonly Note[] } {
  const holds = (name: keyof Common) => !laid.isGuessNewer || settings.chosen.includes(name);
  const { recipes, held, missing } = columnRecipesFor(settings.columns, columns, guess.columns, laid);
  const kept = settings.rowKind && holds("rowKind") ? settings.rowKind : null;
  const rowKind = kept && rowKindFor(kept, columns, guess.rowKind);
  const oneHotLimit = holds("oneHotLimit") ? settings.oneHotLimit : undefined;
  const withinGroup = holds("withinGroup") ? settings.withinGroup : undefined;
  const learn = settings.learn && learnRuleFor(settings.learn, columns);
  const ignoredAt = settings.ignored ? positionOf(settings.ignored.column, columns) : null;
  const isLost = kept !== null && rowKind === null && settings.chosen.includes("rowKind");
  const recipe = {
    ...guess,
    columns: recipes,
    oneHotLimit: oneHotLimit ?? guess.oneHotLimit,
    withinGroup: withinGroup ?? guess.withinGroup,
    ...(learn && { learn }),
    ...(settings.ignored && ignoredAt !== null && { ignored: { ...settings.ignored, column: ignoredAt } }),
  };
  return {
    recipe: rowKind ? { ...recipe, rowKind } : recipe,
    held,
    notes: [
      ...namesNote("project.missing-columns", missing),
      ...(isLost ? [{ code: "project.row-kind-guessed" as const }] : []),
      ...(learn === null ? [{ code: "project.learn-all" as const }] : []),
      ...(settings.ignored && ignoredAt === null ? [{ code: "project.ignores-none" as const }] : []),
    ],
  };
}
