import type { Column } from "../core/data/column";
import type { Dataset } from "../core/data/dataset";
import { normalDeviates, seededRandom } from "../core/math/random";
import type { ColumnRecipe, Recipe } from "../core/prepare/recipe";
import { column, recipe } from "./small-tables";

/** A table and how its columns are prepared. */
export interface PreparedTable {
  readonly dataset: Dataset;
  readonly recipe: Recipe;
}

const FIRST_DAY = Date.UTC(1969, 11, 20);
const SHOPS = ["Nord", 'Süd "West"', "two\nlines", "東京"];

/**
 * Five tables of sales with what tables have: blanks, categories with quotes and line breaks, dates before 1970, amounts
 * with a long tail, infinities, columns of one value, and groups.
 * @param seed another one: other rows of the same shop, with levels that were never seen
 */
export function oddTables(rows: number, seed: number, isNew = false): Readonly<Record<string, PreparedTable>> {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  const some =
    <T>(blank: T, value: () => T) =>
    () =>
      random() < 0.08 ? blank : value();
  const numbers = (name: string, value: () => number): Column => ({ kind: "number", name, values: Float64Array.from({ length: rows }, value) }); // prettier-ignore
  const times = (name: string, value: () => number): Column => ({ kind: "time", name, zone: "none", values: Float64Array.from({ length: rows }, value) }); // prettier-ignore
  const words = (name: string, levels: readonly string[], value: () => number): Column => ({
    kind: "category",
    name,
    levels: isNew ? [...levels, "never seen"] : levels,
    codes: Int32Array.from({ length: rows }, () => (isNew && random() < 0.1 ? levels.length : value())),
  });
  const amount = numbers("amount, \"net\"", some(NaN, () => Math.round(100 * Math.exp(2 * normal())) / 100)); // prettier-ignore
  const tax = numbers(
    "tax",
    some(NaN, () => 3 + normal()),
  );
  const flow = numbers("score", () => (random() < 0.02 ? (random() < 0.5 ? Infinity : -Infinity) : 1e4 * normal()));
  const tiny = numbers("line\nbreak", () => 1e-11 * normal());
  const still = numbers("still", () => 7);
  const shop = words("shop", SHOPS, some(-1, () => Math.floor(random() ** 2 * SHOPS.length))); // prettier-ignore
  const code = words("code", Array.from({ length: 30 }, (_, at) => `c${at}`), some(-1, () => Math.floor(random() ** 3 * 30))); // prettier-ignore
  const sold = times("sold", some(NaN, () => FIRST_DAY + Math.floor(random() * 40 * 24) * 3_600_000)); // prettier-ignore
  const table = (
    columns: readonly Column[],
    recipes: readonly ColumnRecipe[],
    own: Partial<Recipe> = {},
  ): PreparedTable => ({
    dataset: { name: "sales.csv", rowCount: rows, columns, sourceRows: null },
    recipe: { ...recipe(recipes), ...own },
  });
  const plain = column({ role: "feature" });
  const blank = column({ role: "feature", missingSignal: true });
  return {
    numbers: table([tax, flow, still, tiny], [plain, plain, plain, plain]),
    blanks: table([amount, tax], [{ ...blank, log: true, missing: { kind: "constant", value: 1 } }, { ...blank, missing: { kind: "mean" } }]), // prettier-ignore
    categories: table([shop, tax, code], [blank, plain, { ...plain, encode: "frequency" }], { oneHotLimit: 12 }),
    dates: table([sold, amount, shop], [{ ...blank, dateParts: ["hour", "weekday", "elapsed"] }, { ...plain, log: true }, plain]), // prettier-ignore
    groups: table([shop, amount, sold, tax], [column({ role: "group" }), { ...plain, log: true }, { ...plain, dateParts: ["hour"] }, { ...plain, missing: { kind: "drop-row" } }], { withinGroup: true }), // prettier-ignore
  };
}
