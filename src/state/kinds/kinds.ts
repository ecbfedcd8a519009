import type { Recommendation } from "../../core/detect/recommend";
import type { DetectorSets } from "../../core/kinds/core-kind";
import { coreKindOf, detectorFits, rowKindNames } from "../../core/kinds/kinds";
import type { RowKind } from "../../core/kinds/row-kind";
import type { Recipe } from "../../core/prepare/recipe";
import type { DatasetCard } from "../../engine/protocol";
import { allDetectors, type DetectorCard, quickSets } from "../catalogue";

function detectorSets(): DetectorSets {
  const { quickSet, imagesQuickSet } = quickSets();
  return {
    quick: quickSet,
    quickOnImages: imagesQuickSet,
  };
}

/** What runs at once on a table whose rows are read so: the findings first, then what ranks the rows. */
export function startingSetOf(dataset: DatasetCard, recipe: Recipe): readonly string[] {
  const found = findingsDetectorOf(recipe.rowKind);
  const ranking = coreKindOf(recipe.rowKind).startingSet(dataset, recipe, detectorSets());
  return found === null ? ranking : [found, ...ranking];
}

/** What ranks a table whose rows are read so best together, how, and why: no label is looked at. */
export function recommendationOf(dataset: DatasetCard, recipe: Recipe): Recommendation {
  return coreKindOf(recipe.rowKind).recommended(dataset, recipe, detectorSets());
}

/** Id of the detector whose findings stand above every ranking of such rows; null where there is none. */
export function findingsDetectorOf(rowKind: RowKind): string | null {
  const { findingsOf } = coreKindOf(rowKind);
  return findingsOf === null ? null : (quickSets().findingsSet[findingsOf] ?? null);
}

/** The detectors that can make something of such rows, in the order of the picker. */
export function detectorsFor(rowKind: RowKind): readonly DetectorCard[] {
  return allDetectors().filter((card) => detectorFits(card, rowKind));
}

/** How the rows of a table may be read, in the order of the choice: as guessed, or by the first columns that serve. */
export function possibleKinds(dataset: DatasetCard): readonly RowKind[] {
  const guess = dataset.recipe.rowKind;
  return rowKindNames
    .map((kind) => ({ kind, home: coreKindOf({ kind }) }))
    .filter(({ home }) => home.isChoice)
    .flatMap(({ kind, home }) => (guess.kind === kind ? guess : (home.firstOf(dataset) ?? [])));
}
