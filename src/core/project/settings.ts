import type { Backend } from "../detect/context";
import type { AnyParamValues } from "../detect/param-schema";
import type { ConsensusRule } from "../score/consensus";
import type { FlagRule } from "../rules/flag-rule";
import type { ThresholdRule } from "../score/threshold";
import type { LabelledWindow } from "../series/labelled-windows";
import type { ReportSettings } from "../report/report-settings";
import type { TruthSource } from "../truth/truth-sources";
import type { Mark } from "./mark";

/** A detector with parameters of its own: two of the same detector stand side by side as any others do. */
export interface DetectorInstance {
  /** Its detector's id for the first; `instanceId` for the others. */
  readonly id: string;
  readonly detector: string;
  /** A full set. */
  readonly params: AnyParamValues;
}

/** How the picked detectors become one score. */
export interface ConsensusChoice {
  /** Ids of the instances that count, of those picked. */
  readonly members: readonly string[] | "all";
  readonly rule: ConsensusRule;
  /** How much each counts, >= 0, by id of the instance; absent: 1. */
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

/** Rows drawn at random from those that were not flagged: what is strange among them tells what is missed. */
export interface UnflaggedSample {
  /** The keys of the rows, as marks have them. */
  readonly rows: readonly string[];
  /** How many rows were not flagged then. */
  readonly unflagged: number;
}

/** What a person chose that hangs on no column: the same in the document and in a session. */
export interface Settings {
  /** Everything that was set up, whether it runs or is put aside: at least the first instance of each detector there is. */
  readonly detectors: readonly DetectorInstance[];
  /** Ids of the instances that run, in the order in which they were added; at least one. */
  readonly picked: readonly string[];
  /** Id of the instance whose scores are on screen, or CONSENSUS, GUIDED, or RULED. */
  readonly shown: string;
  readonly seed: number;
  readonly backend: "auto" | Backend;
  /** From which score on rows are flagged, by id of the instance; absent: as suggested. */
  readonly thresholds: Readonly<Record<string, ThresholdRule>>;
  readonly consensus: ConsensusChoice;
  /** How flagged steps of a series become stretches. */
  readonly stretches: StretchRule;
  /** By what a series is evaluated in place of a label column; null: by the column, if there is one. */
  readonly labelled: LabelledFile | null;
  /** What tells which rows are strange when detectors are judged; null: what there is, and marks where there is nothing else. */
  readonly judgedBy: readonly TruthSource[] | null;
  /** Unflagged rows drawn at random to be looked at; null: none were. */
  readonly sample: UnflaggedSample | null;
  /** What a person said of all rows that some filters let through; the first that means a row counts. */
  readonly rules: readonly FlagRule[];
  /** What a person said of single rows. */
  readonly marks: readonly Mark[];
  /** What stands in a report beside what was found. */
  readonly report: ReportSettings;
}
