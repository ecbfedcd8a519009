import type { Dialect, ReadPlan } from "../core/data/dialect";
import type { Backend } from "../core/detect/detector";
import type { AnyParamValues } from "../core/detect/param-schema";
import type { Recipe } from "../core/prepare/recipe";
import type { ConsensusRule } from "../core/score/consensus";
import type { ThresholdRule } from "../core/score/threshold";
import { defaultsOf } from "../core/detect/param-schema";
import type { LabelledWindow } from "../core/series/labelled-windows";
import type { Axes } from "../engine/protocol";
import { detectorCards, quickSet } from "./detector-cards";

/** How the picked detectors become one score. */
export interface ConsensusChoice {
  /** Ids of the detectors that count, of those picked. */
  readonly members: readonly string[] | "all";
  readonly rule: ConsensusRule;
  /** How much each counts, >= 0, by detector id; absent: 1. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Flagged steps with at most `mergeGap` ordinary ones between them are one stretch, of at least `leastSteps` steps. */
export interface StretchRule {
  readonly leastSteps: number;
  readonly mergeGap: number;
}

/** Windows of time that are known to be strange, brought beside the table. */
export interface LabelledFile {
  readonly name: string;
  /** Which of the entries of that file; empty where it has no names. */
  readonly entry: string;
  readonly windows: readonly LabelledWindow[];
}

/** Everything a person chose, as JSON: saved, restored and undone as one. No data, no results. */
export interface Choices {
  /** How the file is read; null until its first lines were seen. */
  readonly plan: ReadPlan | null;
  /** The guesses of the dialect that a person corrected; they hold while the rest is guessed again. */
  readonly fixed: Partial<Dialect>;
  /** How columns become model input; null until the file was read. */
  readonly recipe: Recipe | null;
  /** Ids of the detectors that run, in the order in which they were added. */
  readonly picked: readonly string[];
  /** Parameters by detector id; every detector has a full set. */
  readonly params: Readonly<Record<string, AnyParamValues>>;
  /** Id of the detector whose scores are on screen, or CONSENSUS. */
  readonly shown: string;
  readonly seed: number;
  readonly backend: "auto" | Backend;
  /** Where strange begins, by detector id; absent: the suggested threshold. */
  readonly thresholds: Readonly<Record<string, ThresholdRule>>;
  readonly consensus: ConsensusChoice;
  /** How flagged steps of a series become stretches. */
  readonly stretches: StretchRule;
  /** By what a series is evaluated in place of a label column; null: by the column, if there is one. */
  readonly labelled: LabelledFile | null;
  /** Axes of the map; null: chosen from the strongest columns. */
  readonly axes: Axes | null;
}

/** What stands before a person has chosen anything. */
export function initialChoices(): Choices {
  return {
    plan: null,
    fixed: {},
    recipe: null,
    picked: quickSet,
    params: Object.fromEntries(detectorCards.map(({ id, params }) => [id, defaultsOf(params)])),
    shown: quickSet[0] ?? "",
    seed: 1,
    backend: "auto",
    thresholds: {},
    consensus: { members: "all", rule: "mean", weights: {} },
    stretches: { leastSteps: 1, mergeGap: 6 },
    labelled: null,
    axes: null,
  };
}

/** The picked detectors that count in the consensus. */
export function membersOf({ picked, consensus: { members } }: Choices): readonly string[] {
  return members === "all" ? picked : picked.filter((id) => members.includes(id));
}

/** How much a detector counts in the consensus. */
export function weightOf({ consensus }: Choices, detector: string): number {
  return consensus.weights[detector] ?? 1;
}

const SUGGESTED: ThresholdRule = { kind: "suggested" };

/** The threshold rule that holds for a detector. */
export function thresholdRuleOf({ thresholds }: Pick<Choices, "thresholds">, detector: string): ThresholdRule {
  return thresholds[detector] ?? SUGGESTED;
}
