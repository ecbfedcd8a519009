import { fitsShape } from "../core/detect/fits-shape";
import { startingSetFor } from "../core/detect/recommend";
import { CONSENSUS } from "../core/detect/run-key";
import { factsOf } from "../core/detect/table-facts";
import type { Recipe } from "../core/prepare/recipe";
import { usualRuleFor } from "../core/score/consensus";
import type { Shape } from "../core/series/shape";
import type { DatasetCard } from "../engine/protocol";
import { catalogue, detectorCardOf, type DetectorCard } from "./catalogue";
import { initialChoices, instanceOf, type Choices, type Settings } from "./choices";
import { imagesQuickSet, quickSet, seriesQuickSet } from "./detector-cards";

const EVENTS = 3;
/** A pretrained network takes a tenth of a second an image, which nobody has asked for yet. */
const MOST_LOOKED_THROUGH = 1000;

/** The detectors that can make something of rows of this shape, in the order of the picker. */
export function detectorsFor(shape: Shape | undefined): readonly DetectorCard[] {
  return catalogue.filter((card) => fitsShape(card, shape));
}

/** What runs at once on a table whose rows are read so. */
export function startingSetOf({ rowCount, columns }: DatasetCard, recipe: Recipe): readonly string[] {
  switch (recipe.shape?.kind) {
    case undefined:
      return startingSetFor(quickSet, factsOf(rowCount, columns, recipe));
    case "series":
      return seriesQuickSet;
    case "events":
      return detectorsFor(recipe.shape)
        .slice(0, EVENTS)
        .map(({ id }) => id);
    case "images":
      return rowCount > MOST_LOOKED_THROUGH ? imagesQuickSet.slice(0, 1) : imagesQuickSet;
    default:
      return recipe.shape satisfies never;
  }
}

/** What a table brings into choices that nobody has made yet. */
export function startingChoicesOf(
  dataset: DatasetCard,
  recipe: Recipe,
): Pick<Choices, "picked" | "shown" | "consensus"> {
  const picked = startingSetOf(dataset, recipe);
  const { consensus } = initialChoices();
  return {
    picked,
    shown: startingShownOf(recipe, picked),
    consensus: { ...consensus, rule: usualRuleFor(recipe.shape) },
  };
}

/**
 * What of the settings makes room where rows are read as another kind than they were chosen for: with `isUsual`, or where
 * no picked detector can make anything of them, for what usually runs on them.
 */
export function fittingSettings(
  { detectors, picked, shown }: Settings,
  dataset: DatasetCard,
  recipe: Recipe,
  isUsual: boolean,
): Partial<Settings> {
  const fits = (id: string) => {
    const card = detectorCardOf(instanceOf({ detectors }, id)?.detector ?? "");
    return card !== undefined && fitsShape(card, recipe.shape);
  };
  const fitting = isUsual ? [] : picked.filter(fits);
  const [first] = fitting;
  if (first === undefined) return startingChoicesOf(dataset, recipe);
  const staysShown = fitting.includes(shown) || (shown === CONSENSUS && fitting.length > 1);
  return { picked: fitting, shown: staysShown ? shown : first };
}

/** What is shown at first: of a series what all say together, of others the first detector, which is there soonest. */
function startingShownOf({ shape }: Recipe, [first = CONSENSUS, ...others]: readonly string[]): string {
  return shape?.kind === "series" && others.length > 0 ? CONSENSUS : first;
}

/** How rows are read as `kind` at first: as guessed, or by the first columns that serve; null where none does. */
export function firstShapeOf({ shape, columns }: DatasetCard, kind: Shape["kind"]): Shape | null {
  if (shape?.kind === kind) return shape;
  const first = (holds: (column: DatasetCard["columns"][number]) => boolean) => {
    const at = columns.findIndex(holds);
    return at < 0 ? null : at;
  };
  const time = first((column) => column.kind === "time");
  switch (kind) {
    case "series":
      if (!columns.some((column, at) => column.kind === "number" && at !== time)) return null;
      return {
        kind,
        time,
        group: null,
        duplicates: "mean",
        fillUpTo: 12,
        window: null,
        stride: null,
        points: "covering",
      };
    case "events": {
      const symbol = first(({ kind: of, role }) => of === "category" && role === "feature");
      if (symbol === null) return null;
      const sequence = first(({ role }) => role === "group");
      return { kind, symbol, sequence: sequence === symbol ? null : sequence, time, level: "event" };
    }
    case "images":
      // Only what was opened as images has any.
      return null;
    default:
      return kind satisfies never;
  }
}

/** The recipe for rows of that shape; null: rows, each for itself. */
function recipeReadAs({ shape: _, ...rows }: Recipe, shape: Shape | null): Recipe {
  return shape ? { ...rows, shape } : rows;
}

/**
 * The choices once the rows are read as `shape`. Detectors that a person picked stay where they fit; the usual ones, and
 * those that no longer fit, make room for the usual ones of the new shape; so does the usual rule of their consensus.
 */
export function choicesReadAs(
  dataset: DatasetCard,
  { recipe, detectors, picked, shown, consensus }: Choices,
  shape: Shape | null,
): Partial<Choices> {
  if (!recipe) return {};
  const next = recipeReadAs(recipe, shape);
  if (shape?.kind === recipe.shape?.kind) return { recipe: next };
  const isUsual = picked.join() === startingSetOf(dataset, recipe).join();
  const fitting = picked.filter((id) => {
    const card = detectorCardOf(instanceOf({ detectors }, id)?.detector ?? "");
    return card !== undefined && fitsShape(card, next.shape);
  });
  const set = isUsual || fitting.length === 0 ? startingSetOf(dataset, next) : fitting;
  const staysShown = !isUsual && (set.includes(shown) || (shown === CONSENSUS && set.length > 1));
  const isUsualRule = consensus.rule === usualRuleFor(recipe.shape);
  return {
    recipe: next,
    picked: set,
    shown: staysShown ? shown : startingShownOf(next, set),
    consensus: isUsualRule ? { ...consensus, rule: usualRuleFor(next.shape) } : consensus,
  };
}
