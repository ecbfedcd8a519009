import { isCombination } from "../core/detect/run-key";
import type { AnyParamValues } from "../core/detect/param-schema";
import type { Recipe } from "../core/prepare/recipe";
import { firstInstance } from "../core/project/instance";
import type { LabelTruth } from "../core/project/label-truth";
import type { TableOutline } from "../core/project/recipe-settings";
import type { DetectorInstance, Settings } from "../core/project/settings";
import { REPORT_AT_FIRST } from "../core/report/report-settings";
import type { ThresholdRule } from "../core/score/threshold";
import type { Axes, FixedSettings, ReadPlan } from "../engine/protocol";
import { allDetectors, detectorCardOf, quickSets } from "./catalogue";

export type { ConsensusChoice, DetectorInstance, Settings, StretchRule } from "../core/project/settings";

/** Everything a person chose, as JSON: saved, restored and undone as one. No data, no results. */
export interface Choices extends Settings {
  /** How the file is read; null until its first lines were seen. */
  readonly plan: ReadPlan | null;
  /** The guesses of how the file is written that a person corrected; they hold while the rest is guessed again. */
  readonly fixed: FixedSettings;
  /** The table that positions of columns speak of, here and in the plan; null until the file was read. */
  readonly table: TableOutline | null;
  /** How columns become model input; null until the file was read. */
  readonly recipe: Recipe | null;
  /** What a person says of the label; null: as guessed. */
  readonly truth: LabelTruth | null;
  /** Axes of the map; null: chosen from the strongest columns. */
  readonly axes: Axes | null;
}

/**
 * What stands before a person has chosen anything, as far as it hangs on no column. No detector is there before the
 * catalogue is: a file waits for it.
 */
export function initialSettings(): Settings {
  const { quickSet, findingsSet } = quickSets();
  const atFirst = [...(findingsSet.columns ? [findingsSet.columns] : []), ...quickSet];
  return {
    detectors: allDetectors().map(firstInstance),
    picked: atFirst,
    shown: atFirst[0] ?? "",
    seed: 1,
    backend: "auto",
    thresholds: {},
    consensus: { members: "all", rule: "scaled", weights: {} },
    stretches: { leastSteps: 1, mergeGap: 6 },
    labelled: null,
    judgedBy: null,
    sample: null,
    rules: [],
    marks: [],
    report: REPORT_AT_FIRST,
  };
}

/** What stands before a person has chosen anything. */
export function initialChoices(): Choices {
  return { ...initialSettings(), plan: null, fixed: {}, table: null, recipe: null, truth: null, axes: null };
}

/** The instance of that id; undefined for the consensus, which is none. */
export function instanceOf({ detectors }: Pick<Choices, "detectors">, id: string): DetectorInstance | undefined {
  return detectors.find((one) => one.id === id);
}

/** The instances with other parameters for one of them. */
export function withParams(
  detectors: readonly DetectorInstance[],
  id: string,
  change: AnyParamValues,
): readonly DetectorInstance[] {
  return detectors.map((one) => (one.id === id ? { ...one, params: { ...one.params, ...change } } : one));
}

/** Without the second and further instances of a detector that do not run: nothing leads back to them but undo. */
export function withoutLeftovers(choices: Choices): Choices {
  const isKept = ({ id, detector }: DetectorInstance) => id === detector || choices.picked.includes(id);
  const gone = choices.detectors.filter((one) => !isKept(one)).map(({ id }) => id);
  if (gone.length === 0) return choices;
  const left = <T>(byId: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(byId).filter(([id]) => !gone.includes(id)));
  const { members, weights } = choices.consensus;
  return {
    ...choices,
    detectors: choices.detectors.filter(isKept),
    // The next instance may bear the same id.
    thresholds: left(choices.thresholds),
    consensus: {
      ...choices.consensus,
      members: members === "all" ? members : members.filter((id) => !gone.includes(id)),
      weights: left(weights),
    },
  };
}

/** The picked detectors that count in the consensus: until a person chooses, those that rank, and not what is sure. */
export function membersOf({ picked, consensus: { members } }: Choices): readonly string[] {
  return members === "all" ? picked.filter(ranks) : picked.filter((id) => members.includes(id));
}

/** Whether there is a consensus of the picked detectors: at least two of them rank. */
export function canCombine(picked: readonly string[]): boolean {
  return picked.filter(ranks).length > 1;
}

/** What was taught by what is known stands beside the ranking of those that were not. */
function ranks(id: string): boolean {
  const card = detectorCardOf(id);
  return !card?.tests && !card?.taught;
}

/**
 * The detector whose view of the data is looked at: the one on screen, of a consensus the first that counts in it, of the
 * findings, which see the file as it is, the first that ranks.
 */
export function previewedDetectorOf(choices: Choices): string {
  const { picked, shown } = choices;
  if (isCombination(shown)) return membersOf(choices)[0] ?? picked[0] ?? shown;
  return ranks(shown) ? shown : (picked.find(ranks) ?? shown);
}

/** How much a detector counts in the consensus. */
export function weightOf({ consensus }: Choices, detector: string): number {
  return consensus.weights[detector] ?? 1;
}

const SUGGESTED_THRESHOLD: ThresholdRule = { kind: "suggested" };

/** The threshold rule that holds for a detector. */
export function thresholdRuleOf({ thresholds }: Pick<Choices, "thresholds">, detector: string): ThresholdRule {
  return thresholds[detector] ?? SUGGESTED_THRESHOLD;
}
