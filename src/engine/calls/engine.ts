/** Types only: the engine, all that can be asked of it. */
import type { FailureInfo } from "../../core/data/failure";
import type { HeavyCall, Job, LearningCall, LearningJob } from "./call";
import type { Progress } from "./progress";
import type { CheckCalls } from "./checks";
import type { ComparisonCalls } from "./comparison";
import type { EvaluationCalls } from "./evaluation";
import type { EventCalls } from "./events";
import type { ExportCalls } from "./exports";
import type { FamilyCalls } from "./families";
import type { FindingCalls } from "./findings";
import type { HandingCalls } from "./handing";
import type { ImageCalls } from "./images";
import type { KeepingCalls } from "./keeping";
import type { MarkCalls } from "./marks";
import type { ModelCalls } from "./models";
import type { ReasonCalls } from "./reasons";
import type { ReportCalls } from "./reports";
import type { RowCalls } from "./rows";
import type { RunCalls } from "./runs";
import type { SeriesCalls } from "./series";
import type { TableCalls } from "./tables";
import type { ThresholdCalls } from "./thresholds";
import type { ToyCalls } from "./toys";
import type { WhatIfCalls } from "./what-if";

/** Every call by its name: what is asked, and what is answered. Declared by what it is about, and done beside the work. */
export interface EngineCalls
  extends
    TableCalls,
    RunCalls,
    ComparisonCalls,
    RowCalls,
    MarkCalls,
    ReasonCalls,
    FindingCalls,
    CheckCalls,
    FamilyCalls,
    EvaluationCalls,
    ThresholdCalls,
    ExportCalls,
    ReportCalls,
    SeriesCalls,
    EventCalls,
    ImageCalls,
    KeepingCalls,
    WhatIfCalls,
    HandingCalls,
    ToyCalls,
    ModelCalls {}

type NameOf<Kind> = { [C in keyof EngineCalls]: EngineCalls[C] extends Kind ? C : never }[keyof EngineCalls];

export type CallName = keyof EngineCalls;
export type HeavyName = NameOf<HeavyCall<unknown, unknown>>;
export type LearningName = NameOf<LearningCall<unknown, unknown>>;
export type RequestOf<C extends CallName> = EngineCalls[C]["request"];
export type AnswerOf<C extends CallName> = EngineCalls[C]["answer"];

export interface Engine {
  /** Asks, and waits for the answer. The small questions are answered while a run works. */
  ask<C extends CallName>(call: C, request: RequestOf<C>): Promise<AnswerOf<C>>;
  /** Starts what takes its time. */
  start<C extends LearningName>(call: C, request: RequestOf<C>, onProgress: Listener): LearningJob<AnswerOf<C>>;
  start<C extends HeavyName>(call: C, request: RequestOf<C>, onProgress: Listener): Job<AnswerOf<C>>;
  /** Called after a worker died and a fresh one took its place: tables must be opened and runs made again. */
  onRestart(listener: (info: FailureInfo) => void): () => void;
  dispose(): void;
}

type Listener = (progress: Progress) => void;
