import type { ColumnRecipe } from "../prepare/recipe";
import { columnRef, type ColumnRef, type NamedColumn, positionsOf } from "./column-ref";
import {
  bothOf,
  type Decoder,
  finite,
  leaf,
  listOf,
  oneOf,
  partOf,
  recordOf,
  truth,
  variantOf,
  wholeOf,
} from "./decoder";

/** What was chosen for one column, under its name. */
export interface ColumnSettings {
  readonly column: ColumnRef;
  /** What is absent is guessed. */
  readonly recipe: Partial<ColumnRecipe>;
  /** What a person chose otherwise than it was guessed. */
  readonly chosen: readonly (keyof ColumnRecipe)[];
}

const fields: { readonly [K in keyof ColumnRecipe]-?: Decoder<NonNullable<ColumnRecipe[K]>> } = {
  role: oneOf(["feature", "id", "label", "class", "group", "ignore"]),
  missing: variantOf<ColumnRecipe["missing"]>("kind", {
    median: wholeOf({ kind: oneOf(["median"]) }),
    mean: wholeOf({ kind: oneOf(["mean"]) }),
    "most-frequent": wholeOf({ kind: oneOf(["most-frequent"]) }),
    "drop-row": wholeOf({ kind: oneOf(["drop-row"]) }),
    constant: wholeOf({ kind: oneOf(["constant"]), value: leaf(constantOf) }),
  }),
  missingSignal: truth,
  log: truth,
  scale: oneOf(["auto", "standard", "robust", "min-max", "none"]),
  encode: oneOf(["auto", "one-hot", "frequency", "rare-level"]),
  dateParts: listOf(oneOf(["hour", "weekday", "gap", "elapsed"]), 4),
  side: oneOf(["both", "high", "low"]),
};
// The keys of a recipe, which Object.keys does not tell.
const fieldNames = Object.keys(fields) as (keyof ColumnRecipe)[];
const MAX_COLUMNS = 100_000;

export const decodeColumns = listOf(
  bothOf(
    wholeOf<Pick<ColumnSettings, "column">>({ column: columnRef }),
    recordOf<Omit<ColumnSettings, "column">>({
      recipe: [partOf<ColumnRecipe>(fields), {}],
      chosen: [listOf(oneOf(fieldNames), fieldNames.length), []],
    }),
  ),
  MAX_COLUMNS,
);

/** By column, fields that a person chose. */
export type HeldFields = Readonly<Record<number, readonly (keyof ColumnRecipe)[]>>;

/** What the document keeps of the columns' recipes, beside what had been guessed for them. */
export function columnSettingsOf(
  recipes: readonly ColumnRecipe[],
  columns: readonly NamedColumn[],
  guesses: readonly ColumnRecipe[],
  held: HeldFields = {},
): readonly ColumnSettings[] {
  return columns.flatMap(({ name, kind }, at) => {
    const recipe = recipes[at];
    const guess = guesses[at];
    const chosen =
      recipe && guess
        ? fieldNames.filter((field) => isOther(recipe[field], guess[field]) || held[at]?.includes(field))
        : [];
    return recipe ? [{ column: { name, kind, at }, recipe, chosen }] : [];
  });
}

/**
 * The recipes of a table's columns. Of a column that is still of its kind everything that is kept holds, or with
 * `isGuessNewer` only what a person chose; so it is of a column that is read as another kind now. With `keepsAside` what
 * was set aside stays so, and a label whatever it is read as.
 */
export function columnRecipesFor(
  settings: readonly ColumnSettings[],
  columns: readonly NamedColumn[],
  guesses: readonly ColumnRecipe[],
  { isGuessNewer, keepsAside }: { readonly isGuessNewer: boolean; readonly keepsAside: boolean },
): { readonly recipes: readonly ColumnRecipe[]; readonly held: HeldFields; readonly missing: readonly string[] } {
  const positions = positionsOf(
    settings.map(({ column }) => column),
    columns,
  );
  const recipes = [...guesses];
  const held: Record<number, readonly (keyof ColumnRecipe)[]> = {};
  const missing: string[] = [];
  settings.forEach(({ column, recipe, chosen }, index) => {
    const at = positions[index] ?? -1;
    const guess = guesses[at];
    if (!guess) {
      if (chosen.length > 0) missing.push(column.name);
      return;
    }
    const isSameKind = columns[at]?.kind === column.kind;
    const isAside = recipe.role === "label" || (isSameKind && (recipe.role === "ignore" || recipe.role === "id"));
    const role = keepsAside && isAside && guess.role === "feature" ? recipe.role : guess.role;
    const holds = isSameKind && !isGuessNewer ? recipe : onlyThose(recipe, chosen);
    recipes[at] = { ...guess, role, ...holds };
    const alike = chosen.filter((field) => !isOther(recipe[field], guess[field]));
    if (alike.length > 0) held[at] = alike;
  });
  return { recipes, held, missing };
}

function onlyThose(recipe: Partial<ColumnRecipe>, chosen: readonly (keyof ColumnRecipe)[]): Partial<ColumnRecipe> {
  return Object.fromEntries(Object.entries(recipe).filter(([field]) => chosen.some((one) => one === field)));
}

function constantOf(value: unknown): number | string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" ? finite()(value, [], () => undefined) : undefined;
}

function isOther(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
