import type { Column } from "../data/column";
import type { Dataset } from "../data/dataset";
import { Failure } from "../data/failure";
import type { Note } from "../data/note";
import { planEncoding } from "./encode-plan";
import { fitColumn, fitSignal, type ColumnFit } from "./fit-column";
import type { FitRows } from "./fit-feature";
import type { FittedFeature, FittedRecipe, SourceColumn } from "./fitted-recipe";
import { groupIndexOf, groupKeysOf, rowsByGroup } from "./group-rows";
import { completeRows } from "./missing-cells";
import { createMissingPatterns } from "./missing-signals";
import { namesNote } from "./names-note";
import type { ColumnRecipe, PreparePreference, Recipe, ScaleRule } from "./recipe";

/** Of a class with fewer rows nothing can be learned. */
const rowsPerClass = 10;
const mostClasses = 100;

/**
 * Learns from a dataset everything that a recipe needs to prepare any other: fills, levels, centres and
 * scales. `preference` decides what the recipe leaves to the detector. Columns beyond the recipe are
 * ignored. Throws `Failure` "no-rows" or "no-features" when nothing would be left.
 * @param learned the rows that are learned from, ascending; null: all
 */
export function fitRecipe(
  dataset: Dataset,
  recipe: Recipe,
  preference: PreparePreference,
  learned: Uint32Array | null = null,
): FittedRecipe {
  const { columns, rowCount } = dataset;
  const notes: Note[] = [];
  const used = usedColumns(columns, recipe);
  const sources = used.map(({ column, position }): SourceColumn => ({
    position,
    name: column.name,
    kind: column.kind,
  }));
  const sourceAt = new Map(used.map(({ position }, index) => [position, index]));
  const dropping = used.filter(({ recipe: { role, missing } }) => role === "feature" && missing.kind === "drop-row");
  const complete = completeRows(
    rowCount,
    dropping.map(({ column }) => column),
  );
  const kept = learned ? bothAmong(complete, learned, rowCount) : complete;
  if (kept.length === 0) throw new Failure({ code: "no-rows", values: { dropped: rowCount } });

  const groupColumn = recipe.withinGroup ? used.find(({ recipe: { role } }) => role === "group") : undefined;
  const keys = groupColumn ? groupKeysOf(groupColumn.column, kept) : [];
  if (groupColumn && keys.length === 0)
    notes.push({ code: "prepare.groups-too-small", values: { column: groupColumn.column.name } });
  const groups =
    groupColumn && keys.length > 0
      ? rowsByGroup(kept, groupIndexOf(groupColumn.column, keys, rowCount), keys.length)
      : null;

  const classColumn = used.find(({ recipe: { role } }) => role === "class");
  const classKeys = classColumn ? groupKeysOf(classColumn.column, kept, rowsPerClass) : [];
  if (classColumn) notes.push(...classNotes(classColumn.column.name, classKeys.length));

  const scratch = { raw: new Float64Array(rowCount), present: new Float64Array(kept.length) };
  const rows: FitRows = { rowCount, kept, groups, scratch };
  const { plans, narrowed } = planEncoding(columns, recipe, preference, kept);
  const patternOf = createMissingPatterns(kept);
  const features: FittedFeature[] = [];
  const constant: string[] = [];
  const texts: string[] = [];
  const twins: string[] = [];
  for (const { column, position, recipe: own } of used) {
    if (own.role !== "feature") continue;
    const from = sourceAt.get(position) ?? 0;
    const encode = own.encode === "auto" ? preference.encode : own.encode;
    const fit: ColumnFit = {
      column,
      from,
      recipe: own,
      scale: scaleOf(own, preference, groups !== null),
      encode,
      plan: plans.get(position) ?? null,
    };
    const made = fitColumn(fit, rows);
    const pattern = own.missingSignal && own.missing.kind !== "drop-row" ? patternOf(column) : null;
    const signal = pattern && fitSignal(fit, rows, pattern.count);
    if (column.kind === "text") texts.push(column.name);
    else if (made.length === 0 && !signal && !(column.kind === "time" && own.dateParts.length === 0))
      constant.push(column.name);
    for (const feature of made) features.push(feature);
    if (signal && pattern.twin) twins.push(column.name);
    else if (signal) features.push(signal);
  }
  notes.push(
    ...namesNote("prepare.constant", constant),
    ...namesNote("prepare.text-left-out", texts),
    ...namesNote("prepare.same-missing", twins),
    ...namesNote("prepare.one-hot-too-wide", narrowed),
  );
  if (features.length === 0)
    throw new Failure({
      code: "no-features",
      values: { columns: columns.length, constant: constant.length, rows: kept.length },
    });
  return {
    sources,
    features,
    dropMissing: dropping.map(({ position }) => sourceAt.get(position) ?? 0),
    group: groups && groupColumn ? { from: sourceAt.get(groupColumn.position) ?? 0, keys } : null,
    classes:
      classColumn && classKeys.length > 1
        ? { from: sourceAt.get(classColumn.position) ?? 0, keys: classKeys.slice(0, mostClasses) }
        : null,
    notes,
  };
}

/** Rows that are in both. */
function bothAmong(rows: Uint32Array, others: Uint32Array, rowCount: number): Uint32Array {
  const isOther = new Uint8Array(rowCount);
  for (const row of others) isOther[row] = 1;
  return rows.filter((row) => isOther[row] === 1);
}

function classNotes(column: string, found: number): Note[] {
  if (found < 2) return [{ code: "prepare.classes-too-few", values: { column, rows: rowsPerClass } }];
  if (found <= mostClasses) return [];
  return [{ code: "prepare.classes-too-many", values: { column, rows: rowsPerClass, most: mostClasses } }];
}

interface UsedColumn {
  readonly column: Column;
  readonly position: number;
  readonly recipe: ColumnRecipe;
}

function usedColumns(columns: readonly Column[], recipe: Recipe): UsedColumn[] {
  return columns.flatMap((column, position) => {
    const own = recipe.columns[position];
    return own && (own.role === "feature" || own.role === "group" || own.role === "class")
      ? [{ column, position, recipe: own }]
      : [];
  });
}

/** Comparing within groups needs a scale even for detectors that want none; a person's own choice stands. */
function scaleOf({ scale }: ColumnRecipe, preference: PreparePreference, withinGroups: boolean): ScaleRule {
  if (scale !== "auto") return scale;
  return withinGroups && preference.scale === "none" ? "robust" : preference.scale;
}
