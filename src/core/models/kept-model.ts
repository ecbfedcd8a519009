import type { NamedColumn } from "../project/column-ref";
import type { RecipeSettings } from "../project/recipe-settings";
import type { FittedRecipe } from "../prepare/fitted-recipe";
import type { AnyParamValues } from "../detect/param-schema";
import type { ConsensusRule } from "../score/consensus";
import type { SeriesBasis } from "../series/series-basis";
import type { WindowUnits } from "../series/window-samples";
import type { ColumnReference } from "./column-reference";
import type { RowsBefore } from "./rows-before";

/** Counts up when a model of the version before would be misread. */
export const MODEL_VERSION = 1;

/** A detector with all that it learned. */
export interface ModelMember {
  /** Id of the instance, its detector and that detector's version. */
  readonly id: string;
  readonly detector: string;
  readonly version: number;
  readonly params: AnyParamValues;
  readonly weight: number;
  /** What the detector learned: plain data. */
  readonly model: unknown;
  /** Its scores of the rows that were learned from, descending: what ranks and the score (0-100) go by. */
  readonly reference: Float64Array;
}

/** How rows become what the members see, as it was learned: plain data. */
export interface ModelBasis {
  /** Of rows, by what the detector prefers where the recipe leaves it open. */
  readonly recipes: readonly { readonly preference: string; readonly fitted: FittedRecipe }[];
  readonly series: SeriesBasis | null;
  readonly units: WindowUnits | null;
}

/** What a model learned from, for people. */
export interface LearnedFrom {
  readonly file: string;
  readonly rows: number;
  readonly of: number;
  /** First and last moment of them; null where no column tells the time. */
  readonly period: readonly [number, number] | null;
}

/** A detector, or several as one, that was kept with all that it learned: plain data. */
export interface KeptModel {
  readonly version: typeof MODEL_VERSION;
  readonly id: string;
  readonly name: string;
  readonly madeAt: number;
  readonly seed: number;
  readonly backend: string;
  /** What one of its rows is called. */
  readonly noun: string;
  readonly learnedFrom: LearnedFrom;
  readonly columns: readonly NamedColumn[];
  /** What columns are for, by their names. */
  readonly settings: RecipeSettings;
  readonly basis: ModelBasis;
  readonly members: readonly ModelMember[];
  /** How they become one score; null: there is one. */
  readonly rule: ConsensusRule | null;
  /** From which score on rows are flagged, and by which rule it was found. */
  readonly threshold: { readonly value: number; readonly rule: string };
  /** The scores, of one or of all as one, of the rows that were learned from, descending. */
  readonly reference: Float64Array;
  /** How the columns lay that are looked at. */
  readonly columnsBefore: readonly ColumnReference[];
  /** Some of the rows, by those columns; absent of what was kept before there was any. */
  readonly rowsBefore?: RowsBefore;
}

/** What is listed of a model. */
export interface ModelCard extends Pick<
  KeptModel,
  "id" | "name" | "madeAt" | "noun" | "seed" | "learnedFrom" | "columns" | "settings" | "rule" | "threshold"
> {
  readonly members: readonly Omit<ModelMember, "model" | "reference">[];
  readonly bytes: number;
}

/** How a preference is called in a basis. */
export function preferenceKey({ scale, encode }: { readonly scale: string; readonly encode: string }): string {
  return `${scale} ${encode}`;
}
