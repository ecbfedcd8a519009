import { coreKindOf, detectorFits } from "../core/kinds/kinds";
import type { RowKind } from "../core/kinds/row-kind";
import { CONSENSUS } from "../core/detect/run-key";
import type { Recipe } from "../core/prepare/recipe";
import type { DatasetCard } from "../engine/protocol";
import { detectorCardOf } from "./catalogue";
import { canCombine, initialChoices, instanceOf, type Choices, type Settings } from "./choices";
import { startingSetOf } from "./kinds/kinds";

/** What a table brings into choices that nobody has made yet. */
export function startingChoicesOf(
  dataset: DatasetCard,
  recipe: Recipe,
): Pick<Choices, "picked" | "shown" | "consensus"> {
  const picked = startingSetOf(dataset, recipe);
  const { consensus } = initialChoices();
  return {
    picked,
    shown: startingShownOf(picked),
    consensus: { ...consensus, ...startingConsensusOf(dataset, recipe) },
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
    return card !== undefined && detectorFits(card, recipe.rowKind);
  };
  const fitting = isUsual ? [] : picked.filter(fits);
  const [first] = fitting;
  if (first === undefined) return startingChoicesOf(dataset, recipe);
  const staysShown = fitting.includes(shown) || (shown === CONSENSUS && canCombine(fitting));
  return { picked: fitting, shown: staysShown ? shown : first };
}

/** The usual rule and weights of the consensus. */
function startingConsensusOf(
  dataset: DatasetCard,
  { rowKind }: Recipe,
): Pick<Choices["consensus"], "rule" | "weights"> {
  const home = coreKindOf(rowKind);
  return { rule: home.consensusRule, weights: home.startingWeights(dataset) };
}

/** What is shown at first: the findings, or the detector that is there soonest. */
function startingShownOf([first = CONSENSUS]: readonly string[]): string {
  return first;
}

/**
 * The choices once the rows are read as `rowKind`. Detectors that a person picked stay where they fit; the usual ones,
 * and those that no longer fit, make room for the usual ones of the new kind; so does the usual rule of their consensus.
 */
export function choicesReadAs(
  dataset: DatasetCard,
  { recipe, detectors, picked, shown, consensus }: Choices,
  rowKind: RowKind,
): Partial<Choices> {
  if (!recipe) return {};
  const next = { ...recipe, rowKind };
  if (rowKind.kind === recipe.rowKind.kind) return { recipe: next };
  const { consensusRule } = coreKindOf(rowKind);
  const isUsual = picked.join() === startingSetOf(dataset, recipe).join();
  const fitting = picked.filter((id) => {
    const card = detectorCardOf(instanceOf({ detectors }, id)?.detector ?? "");
    return card !== undefined && detectorFits(card, rowKind);
  });
  const set = isUsual || fitting.length === 0 ? startingSetOf(dataset, next) : fitting;
  const staysShown = !isUsual && (set.includes(shown) || (shown === CONSENSUS && canCombine(set)));
  const isUsualRule = consensus.rule === coreKindOf(recipe.rowKind).consensusRule;
  const isUsualWeights = isSame(consensus.weights, startingConsensusOf(dataset, recipe).weights);
  return {
    recipe: next,
    picked: set,
    shown: staysShown ? shown : startingShownOf(set),
    consensus: {
      ...consensus,
      ...(isUsualRule ? { rule: consensusRule } : {}),
      ...(isUsualWeights ? { weights: startingConsensusOf(dataset, next).weights } : {}),
    },
  };
}

function isSame(one: Choices["consensus"]["weights"], other: Choices["consensus"]["weights"]): boolean {
  return Object.keys({ ...one, ...other }).every((id) => (one[id] ?? 1) === (other[id] ?? 1));
}
