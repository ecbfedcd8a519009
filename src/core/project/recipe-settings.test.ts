import { describe, expect, it } from "vitest";
import type { ColumnKind } from "../data/column";
import type { RowKind } from "../kinds/row-kind";
import type { ColumnRecipe, Recipe, Role } from "../prepare/recipe";
import { positionsOf } from "./column-ref";
import { fixedOf, planFor, readingOf } from "./reading";
import { recipeFor, recipeSettingsOf, type TableOutline } from "./recipe-settings";

const column = (role: Role): ColumnRecipe => ({
  role,
  missing: { kind: "median" },
  missingSignal: false,
  log: false,
  scale: "auto",
  encode: "auto",
  dateParts: [],
});

/** "amount:number:feature", a column by name, kind and guessed role. */
function tableOf(columns: readonly string[], rowKind: RowKind = { kind: "rows" }): TableOutline {
  const parts = columns.map((one) => one.split(":"));
  const guess: Recipe = {
    columns: parts.map(([, , role]) => column(role as Role)),
    oneHotLimit: 12,
    withinGroup: false,
    rowKind: { kind: "rows" },
  };
  return {
    columns: parts.map(([name = "", kind]) => ({ name, kind: kind as ColumnKind })),
    recipe: { ...guess, rowKind },
  };
}

const withRole = (recipe: Recipe, at: number, role: Role): Recipe => ({
  ...recipe,
  columns: recipe.columns.map((one, index) => (index === at ? { ...one, role } : one)),
});
const rolesOf = ({ columns }: Recipe) => columns.map(({ role }) => role);

const bank = tableOf(["id:number:id", "amount:number:feature", "fraud:number:feature"]);
const withLabel = recipeSettingsOf(withRole(bank.recipe, 2, "label"), bank);

/** Laid over another table; over the same file read anew; and where only kinds of columns changed. */
const another = { isGuessNewer: false, keepsAside: false };
const again = { isGuessNewer: true, keepsAside: false };
const kindsOnly = { isGuessNewer: true, keepsAside: true };

describe("a kept recipe", () => {
  it("is the same over the same table", () => {
    const chosen = { ...withRole(bank.recipe, 2, "label"), oneHotLimit: 5, withinGroup: true };
    const settings = recipeSettingsOf(chosen, bank);
    expect(recipeFor(settings, bank, another)).toMatchObject({ recipe: chosen, notes: [] });
    expect(recipeFor(settings, bank, again)).toMatchObject({ recipe: chosen, notes: [] });
  });

  it("keeps which rows are learned from, and says where the column that chose them is not there", () => {
    const filter = { column: 1, kind: "range", min: 0, max: 9 } as const;
    const chosen: Recipe = { ...bank.recipe, learn: { kind: "filter", filters: [filter] } };
    const settings = recipeSettingsOf(chosen, bank);
    expect(recipeFor(settings, bank, again)).toMatchObject({ recipe: chosen, notes: [] });
    const moved = tableOf(["amount:number:feature", "fraud:number:feature"]);
    expect(recipeFor(settings, moved, another).recipe.learn).toEqual({
      kind: "filter",
      filters: [{ ...filter, column: 0 }],
    });
    const without = recipeFor(settings, tableOf(["fraud:number:feature"]), another);
    expect(without.recipe.learn).toBeUndefined();
    expect(without.notes).toContainEqual({ code: "project.learn-all" });
  });

  it("finds its columns by their names where they stand elsewhere", () => {
    const moved = tableOf(["fraud:number:feature", "id:number:id", "new:category:ignore", "amount:number:feature"]);
    expect(rolesOf(recipeFor(withLabel, moved, another).recipe)).toEqual(["label", "id", "ignore", "feature"]);
  });

  it("never lends a role to a column of another name", () => {
    const other = tableOf(["a:number:feature", "b:number:feature", "c:number:feature"]);
    const { recipe, notes } = recipeFor(withLabel, other, another);
    expect(rolesOf(recipe)).toEqual(["feature", "feature", "feature"]);
    expect(notes).toEqual([{ code: "project.missing-columns", values: { count: 1, names: ["fraud"] } }]);
  });

  it("keeps a chosen role where the column is read as another kind, and guesses the rest of it", () => {
    const asWords = tableOf(["id:number:id", "amount:text:ignore", "fraud:category:feature"]);
    expect(rolesOf(recipeFor(withLabel, asWords, again).recipe)).toEqual(["id", "ignore", "label"]);
    expect(rolesOf(recipeFor(withLabel, asWords, another).recipe)).toEqual(["id", "ignore", "label"]);
  });

  it("makes room for a newer guess of the same file where nothing was chosen", () => {
    const newer = tableOf(["id:number:ignore", "amount:number:feature", "fraud:number:feature"]);
    expect(rolesOf(recipeFor(withLabel, newer, again).recipe)).toEqual(["ignore", "feature", "label"]);
    expect(rolesOf(recipeFor(withLabel, newer, another).recipe)).toEqual(["id", "feature", "label"]);
  });
});

describe("a recipe whose columns are read as other kinds", () => {
  it("makes no label a feature, whichever column is read otherwise", () => {
    const guessed = tableOf(["v:number:feature", "answer:number:label", "copy:number:ignore"]);
    const settings = recipeSettingsOf(guessed.recipe, guessed);
    const asWords = tableOf(["v:category:feature", "answer:number:feature", "copy:number:feature"]);
    const answerAsWords = tableOf(["v:number:feature", "answer:category:feature", "copy:number:feature"]);
    for (const table of [asWords, answerAsWords])
      expect(rolesOf(recipeFor(settings, table, kindsOnly).recipe)).toEqual(["feature", "label", "ignore"]);
    expect(rolesOf(recipeFor(settings, asWords, again).recipe)).toEqual(["feature", "feature", "feature"]);
  });

  it("lets a column that was set aside for its kind be used as another", () => {
    const guessed = tableOf(["v:number:feature", "remark:text:ignore"]);
    const asWords = tableOf(["v:number:feature", "remark:category:feature"]);
    const { recipe } = recipeFor(recipeSettingsOf(guessed.recipe, guessed), asWords, kindsOnly);
    expect(rolesOf(recipe)).toEqual(["feature", "feature"]);
  });

  it("keeps a chosen role though it was guessed alike in between", () => {
    const asNumbers = tableOf(["v:number:feature", "code:number:feature"]);
    const asText = tableOf(["v:number:feature", "code:text:ignore"]);
    const there = recipeFor(recipeSettingsOf(withRole(asNumbers.recipe, 1, "ignore"), asNumbers), asText, kindsOnly);
    const back = recipeSettingsOf(there.recipe, { ...asText, held: there.held });
    expect(rolesOf(recipeFor(back, asNumbers, kindsOnly).recipe)).toEqual(["feature", "ignore"]);
  });
});

describe("a kept kind of row", () => {
  const steps = tableOf(["v:number:feature", "when:time:feature"], {
    kind: "series",
    time: 1,
    group: null,
    duplicates: "mean",
    fillUpTo: 3,
    window: null,
    stride: null,
    points: "covering",
  });
  const settings = recipeSettingsOf(steps.recipe, { ...steps, recipe: tableOf(["v:number:feature"]).recipe });

  it("finds its columns by their names", () => {
    const moved = tableOf(["when:time:feature", "v:number:feature"]);
    expect(recipeFor(settings, moved, another).recipe.rowKind).toMatchObject({ kind: "series", time: 0, fillUpTo: 3 });
  });

  it("is guessed, and said to be, where a column that it needs is gone or cannot serve", () => {
    for (const when of ["time:time:feature", "when:text:ignore"]) {
      const { recipe, notes } = recipeFor(settings, tableOf(["v:number:feature", when]), another);
      expect(recipe.rowKind).toEqual({ kind: "rows" });
      expect(notes).toEqual([{ code: "project.row-kind-guessed" }]);
    }
  });
});

it("tells columns of one name apart by kind, then by position, and takes none twice", () => {
  const ref = (name: string, kind: ColumnKind, at: number) => ({ name, kind, at });
  const columns = [ref("x", "text", 0), ref("x", "number", 1), ref("x", "number", 2)];
  expect(positionsOf([ref("x", "number", 2), ref("x", "number", 9), ref("x", "time", 0)], columns)).toEqual([2, 1, 0]);
  expect(positionsOf([ref("x", "number", 5), ref("y", "number", 0)], columns)).toEqual([1, null]);
});

it("keeps the kinds that a person chose, and what means no value, by the names of the columns", () => {
  const dialect = {
    compression: "none",
    encoding: "utf-8",
    delimiter: ",",
    quote: '"',
    escape: "",
    header: { first: 1, count: 1 },
    decimal: ".",
    thousands: "",
    missing: [],
    missingIn: "values",
    dateOrder: "day-first",
  } as const;
  const columns = [
    { name: "a", kind: "number" },
    { name: "b", kind: "text" },
  ] as const;
  const planOf = (settings: object) => ({ format: "delimited", settings, kinds: {}, sample: null });
  const reading = readingOf(
    {
      ...planOf(dialect),
      kinds: { 1: "text", 7: "time" },
      noValue: { 0: [-999] },
      joined: [
        { date: 1, clock: 0 },
        { date: 0, clock: 5 },
      ],
    },
    { delimiter: "," },
    columns,
  );
  const [first, second] = columns;
  expect(planFor(reading, planOf({ ...dialect, decimal: "," }), [second, first])).toEqual({
    format: "delimited",
    settings: dialect,
    kinds: { 0: "text" },
    noValue: { 1: [-999] },
    joined: [{ date: 0, clock: 1 }],
    sample: null,
  });
  const damaged = { ...reading, dialect: { delimiter: ";" } };
  expect(planFor(damaged, planOf(dialect), columns).settings).toEqual({ ...dialect, delimiter: ";" });
});

it("keeps what a person fixed of a format that is no text, and leaves the rest to be guessed again", () => {
  const plan = { format: "xlsx", settings: { sheet: "Data", headerRow: 3 }, kinds: {}, sample: null };
  const reading = readingOf(plan, { sheet: "Data" }, []);
  expect(reading).toMatchObject({ dialect: {}, fixed: {}, others: { sheet: "Data" } });
  expect(fixedOf(reading)).toEqual({ sheet: "Data" });
  expect(planFor(reading, { ...plan, settings: { sheet: "Data", headerRow: 4 } }, []).settings).toEqual({
    sheet: "Data",
    headerRow: 4,
  });
});
