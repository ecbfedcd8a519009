import { expect, it } from "vitest";
import type { Column } from "../data/column";
import { profileColumn } from "../data/profile";
import { defaultRecipe } from "../prepare/default-recipe";
import type { Recipe, Role } from "../prepare/recipe";
import { factsOf } from "./table-facts";

const ROWS = 240;
const numbers = (name: string, valueOf: (row: number) => number): Column => ({
  kind: "number",
  name,
  values: Float64Array.from({ length: ROWS }, (_, row) => valueOf(row)),
});
const words = (name: string, levels: number): Column => ({
  kind: "category",
  name,
  codes: Int32Array.from({ length: ROWS }, (_, row) => row % levels),
  levels: Array.from({ length: levels }, (_, level) => `level ${level}`),
});

function factsFrom(
  columns: readonly Column[],
  roles: readonly Role[] = columns.map(() => "feature"),
  change: (recipe: Recipe) => Recipe = (recipe) => recipe,
) {
  const profiles = columns.map(profileColumn);
  const recipe = change(defaultRecipe(columns, profiles, roles));
  return factsOf(
    ROWS,
    columns.map(({ kind }, at) => ({ kind, profile: profiles[at]! })),
    recipe,
  );
}

it("counts features as detectors get them, levels apart where distances are taken", () => {
  const columns = [numbers("a", (row) => row), words("few", 4), words("many", 40), numbers("same", () => 7)];
  expect(factsFrom(columns)).toMatchObject({
    rows: ROWS,
    features: 3,
    wideFeatures: 6,
    oneHotFeatures: 4,
    numericColumns: 1,
    categoryColumns: 2,
    duplicateShare: 0,
  });
});

it("counts only features, and both ends of a clock's circle", () => {
  const time: Column = {
    kind: "time",
    name: "t",
    values: Float64Array.from({ length: ROWS }, (_, row) => row * 3_600_000),
  };
  const facts = factsFrom(
    [numbers("a", (row) => row), numbers("id", (row) => row), time],
    ["feature", "id", "feature"],
    (recipe) => ({
      ...recipe,
      columns: recipe.columns.map((column) => ({ ...column, dateParts: ["hour", "gap"] })),
    }),
  );
  expect(facts).toMatchObject({ features: 3, wideFeatures: 4, numericColumns: 1, timeColumns: 1 });
});

it("knows a least share of repeated rows, missing cells, long tails and equal halves", () => {
  const coarse = numbers("coarse", (row) => row % 6);
  const gaps = numbers("gaps", (row) => (row % 2 === 0 ? NaN : row % 3));
  expect(factsFrom([coarse, gaps])).toMatchObject({ missingShare: 0.25, duplicateShare: 1 - 24 / ROWS });
  const tail = numbers("tail", (row) => (row === 9 ? 1e9 : row));
  const half = numbers("half", (row) => (row % 3 === 0 ? row : 0));
  expect(factsFrom([tail, half])).toMatchObject({ heavyTails: 1, halfEqual: 1 });
  const tamed = factsFrom([tail, half], undefined, (recipe) => ({
    ...recipe,
    columns: recipe.columns.map((column) => ({ ...column, log: true })),
  }));
  expect(tamed.heavyTails).toBe(0);
});

it("is finite for a table without columns or rows", () => {
  const none = factsOf(0, [], { columns: [], oneHotLimit: 12, withinGroup: false, rowKind: { kind: "rows" } });
  expect(Object.values(none).every((value) => value === 0)).toBe(true);
});
