import type { Column } from "../data/column";
import { clockRarity } from "./clock-rarity";
import type { EncodePlan } from "./encode-plan";
import { frequencySourceOf, levelForMissing, raritySourceOf } from "./fit-category";
import { fitFeature, type FeaturePlan, type FitRows } from "./fit-feature";
import { numberSourceOf } from "./fit-number";
import type { FeatureSource, FittedFeature, Scaling } from "./fitted-recipe";
import { readerOf } from "./read-feature";
import type { ColumnRecipe, DatePart, EncodeRule, ScaleRule } from "./recipe";

/** A column on its way into the matrix. */
export interface ColumnFit {
  readonly column: Column;
  /** Index into the sources of the fitted recipe. */
  readonly from: number;
  readonly recipe: ColumnRecipe;
  /** With every "auto" decided. */
  readonly scale: ScaleRule;
  readonly encode: EncodeRule;
  readonly plan: EncodePlan | null;
}

/** For indicators and points on the clock's circle. */
const asIs: Scaling = { center: 0, scale: 1, limit: 1 };

/** One bit: differences in rarity below it are chance and must not be blown up by scaling. */
const bit = 1;

/**
 * The features of one column; constant ones are left out. Numbers, shares, rarities, gaps and elapsed
 * days are scaled. Indicators stay 0 or 1 under every rule: two rows of different levels are then as far
 * apart (squared distance 2) as two rows of a standardised number on average. Points on the clock's
 * circle stay on it.
 */
export function fitColumn(fit: ColumnFit, rows: FitRows): FittedFeature[] {
  const { column } = fit;
  switch (column.kind) {
    case "number":
      return scaledFeature(fit, rows, column.name, numberSourceOf(column, rows.kept, fit.recipe.side), {
        log: fit.recipe.log,
        withinGroups: true,
      });
    case "category":
      return fit.plan ? fitLevels(fit, fit.plan, rows) : [];
    case "time":
      return fit.recipe.dateParts.flatMap((part) => fitPart(fit, part, column.values, rows));
    case "text":
      return [];
    default:
      return column satisfies never;
  }
}

/** The 0/1 feature that says where a column is missing; null when it is missing everywhere or nowhere. */
export function fitSignal(fit: ColumnFit, rows: FitRows, missing: number): FittedFeature | null {
  return indicator(fit, rows, `${fit.column.name} is missing`, { kind: "missing" }, 0, missing)[0] ?? null;
}

function fitLevels(fit: ColumnFit, { counted, encode }: EncodePlan, rows: FitRows): FittedFeature[] {
  const { name } = fit.column;
  const stand = levelForMissing(counted, fit.recipe.missing);
  if (encode === "one-hot")
    return counted.levels.flatMap((level, index) => {
      const isStand = level === stand;
      const ones = (counted.counts[index] ?? 0) + (isStand ? rows.kept.length - counted.present : 0);
      return indicator(fit, rows, `${name} = ${level}`, { kind: "level", level }, isStand ? 1 : 0, ones);
    });
  const isRarity = encode === "rare-level";
  const source = isRarity ? raritySourceOf(counted) : frequencySourceOf(counted);
  const missing = source.values[counted.levels.indexOf(stand)] ?? source.unseen;
  const label = `${name}: ${isRarity ? "rarity" : "frequency"}`;
  return scaledFeature(fit, rows, label, source, { missing, ...(isRarity && { unit: bit }) });
}

function fitPart(fit: ColumnFit, part: DatePart, times: Float64Array, rows: FitRows): FittedFeature[] {
  const name = `${fit.column.name}: ${part}`;
  switch (part) {
    case "gap":
      return scaledFeature(fit, rows, name, { kind: "gap" }, { withinGroups: true });
    case "elapsed": {
      let first = Infinity;
      for (const row of rows.kept) if (times[row]! < first) first = times[row]!; // rows are below rowCount
      return scaledFeature(fit, rows, name, { kind: "days", first: Number.isFinite(first) ? first : 0 }, {});
    }
    case "hour":
    case "weekday": {
      if (fit.encode === "rare-level") {
        const values = clockRarity(
          Float64Array.from(rows.kept, (row) => times[row] ?? NaN),
          part,
        );
        return scaledFeature(fit, rows, name, { kind: "clock-value", part, values }, { unit: bit });
      }
      return (["sin", "cos"] as const).flatMap((wave) =>
        circlePoint(fit, rows, `${name} (${wave})`, { kind: "clock-wave", part, wave }),
      );
    }
    default:
      return part satisfies never;
  }
}

function scaledFeature(
  { from, recipe, scale, column }: ColumnFit,
  rows: FitRows,
  name: string,
  source: FeatureSource,
  plan: Partial<FeaturePlan>,
): FittedFeature[] {
  // A word or number given for a missing level or time is no rarity, gap or hour: the usual one stands for it.
  const missing =
    column.kind === "number" || recipe.missing.kind !== "constant" ? recipe.missing : ({ kind: "median" } as const);
  const learnt = fitFeature(readerOf(source, column, rows.groups), { missing, log: false, scale, ...plan }, rows);
  return learnt ? [{ name, from, source, ...learnt }] : [];
}

/** A 0/1 feature that `ones` of the rows to learn from have; none when that is no or every row. */
function indicator(
  { from }: ColumnFit,
  rows: FitRows,
  name: string,
  source: FeatureSource,
  fill: number,
  ones: number,
): FittedFeature[] {
  if (ones === 0 || ones === rows.kept.length) return [];
  return [{ name, from, source, fill, log: false, scaling: asIs, within: null }];
}

function circlePoint(fit: ColumnFit, rows: FitRows, name: string, source: FeatureSource): FittedFeature[] {
  const plan: FeaturePlan = { missing: { kind: "mean" }, log: false, scale: "none" };
  const learnt = fitFeature(readerOf(source, fit.column, rows.groups), plan, rows);
  return learnt ? [{ name, from: fit.from, source, ...learnt, scaling: asIs }] : [];
}
