import type { Column } from "../core/data/column";
import type { Dataset } from "../core/data/dataset";
import { applyRecipe } from "../core/prepare/apply-recipe";
import { fitRecipe } from "../core/prepare/fit-recipe";
import type { ColumnRecipe, EncodeRule, PreparePreference, Recipe, ScaleRule } from "../core/prepare/recipe";

/** Columns and recipes written in one line, for tests of profile, preparation and export. */
export const numbers = (name: string, ...values: number[]): Column => ({
  kind: "number",
  name,
  values: Float64Array.from(values),
});
export const times = (name: string, ...values: number[]): Column => ({
  kind: "time",
  name,
  values: Float64Array.from(values),
});
export const category = (name: string, codes: number[], levels: string[]): Column => ({
  kind: "category",
  name,
  codes: Int32Array.from(codes),
  levels,
});
export const text = (name: string, ...values: string[]): Column => ({ kind: "text", name, values });
const lengthOf = (column: Column) => (column.kind === "category" ? column.codes.length : column.values.length);
export const table = (...columns: Column[]): Dataset => ({
  name: "t",
  rowCount: columns[0] ? lengthOf(columns[0]) : 0,
  columns,
  sourceRows: null,
});
export const prefer = (scale: ScaleRule, encode: EncodeRule = "rare-level"): PreparePreference => ({
  scale,
  encode,
  why: { code: "detector.distances" },
});
/** A feature column's recipe. */
export const column = (more: Partial<ColumnRecipe> = {}): ColumnRecipe => ({
  role: "feature",
  missing: { kind: "median" },
  missingSignal: false,
  log: false,
  scale: "auto",
  encode: "auto",
  dateParts: [],
  ...more,
});
export const recipe = (columns: readonly ColumnRecipe[], more: Partial<Recipe> = {}): Recipe => ({
  columns,
  oneHotLimit: 12,
  withinGroup: false,
  rowKind: { kind: "rows" },
  ...more,
});

/** Fits a recipe and applies it, to the same table or to another; `rows` are the samples as arrays. */
export async function prepare(dataset: Dataset, own: Recipe, preference = prefer("none"), other = dataset) {
  const fitted = fitRecipe(dataset, own, preference);
  const prepared = await applyRecipe(structuredClone(fitted), other);
  const { samples } = prepared;
  const rows = Array.from({ length: samples.count }, (_, i) => [...samples.block(i, i + 1)]);
  const { features: names, classes } = samples;
  return { ...prepared, fitted, rows, names, classes, codes: prepared.notes.map(({ code }) => code) };
}
/** A recipe for one column. */
export const one = (own: Partial<ColumnRecipe> = {}) => recipe([column(own)]);
