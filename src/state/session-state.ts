import type { FailureInfo } from "../core/data/failure";
import type { Note } from "../core/data/note";
import type { RowKind } from "../core/kinds/row-kind";
import type { Metric } from "../core/detect/context";
import type { TrainingView } from "../core/detect/training-view";
import type { Stability } from "../core/score/stability";
import type { ThresholdRule } from "../core/score/threshold";
import type {
  DatasetCard,
  Inspection,
  Kept,
  ModelCard,
  Progress,
  RunResult,
  ScoredFile,
  Source,
} from "../engine/protocol";
import type { Choices } from "./choices";
import type { History } from "./history";
import type { MarkedRows } from "./marked-rows";
import type { ViewState } from "./view-state";
import type { Project } from "../core/project/project";

/** An archive of which one file is open. */
export interface OpenArchive {
  readonly given: Source;
  /** The file that is read. */
  readonly path: string;
  /** Other files of it that may be tables. */
  readonly others: readonly string[];
}

/** Where the file stands. `inspection`: what a look at its beginning told. */
export type Reading =
  | { readonly stage: "none" }
  | { readonly stage: "looking"; readonly source: Source }
  /** Too large for memory: waits for a person to take a sample, or to read it all the same. */
  | { readonly stage: "too-large"; readonly source: Source; readonly inspection: Inspection }
  | {
      readonly stage: "reading";
      readonly source: Source;
      readonly inspection: Inspection;
      readonly progress: Progress | null;
      readonly startedAt: number;
    }
  | {
      readonly stage: "open";
      readonly source: Source;
      readonly inspection: Inspection;
      /** The archive that it was unpacked from. */
      readonly archive?: OpenArchive;
    }
  /** The inspection is null where already the look failed. */
  | {
      readonly stage: "failed";
      readonly source: Source;
      readonly inspection: Inspection | null;
      readonly failure: FailureInfo;
    };

/** One detector's run. An earlier result stays, marked stale, until a new one is there. */
export interface RunState {
  readonly status: "idle" | "waiting" | "running" | "done" | "failed" | "cancelled";
  /** Key of the run that the choices ask for. */
  readonly wanted: string;
  readonly result: RunResult | null;
  /** True when `result` belongs to other choices than the present ones. */
  readonly stale: boolean;
  readonly progress: Progress | null;
  /** Training curves so far. */
  readonly metrics: readonly Metric[];
  /** What a network that learns shows of itself so far, one of each kind. */
  readonly trainingViews: readonly TrainingView[];
  /** What the run has said so far. */
  readonly notes: readonly Note[];
  readonly startedAt: number | null;
  readonly failure: FailureInfo | null;
}

/** A result looked at again: the same run with other seeds, one after the other. */
export interface Reruns {
  /** A result that was made anew has none. */
  readonly of: RunResult;
  readonly status: "waiting" | "running" | "stopped" | "failed" | "done";
  readonly seeds: readonly number[];
  /** How many of the seeds are done. */
  readonly made: number;
  /** Of the seed under way. */
  readonly progress: Progress | null;
  readonly failure: FailureInfo | null;
  /** Once all are done: how far their flags agree at a threshold, of late the present one. */
  readonly found: { readonly rule: ThresholdRule; readonly stability: Stability } | null;
}

/** A run that nobody has asked for yet. */
export const unknownRun: RunState = {
  status: "idle",
  wanted: "",
  result: null,
  stale: false,
  progress: null,
  metrics: [],
  trainingViews: [],
  notes: [],
  startedAt: null,
  failure: null,
};

/** How many threads may be at runs at once: what a person chose (null: nothing), and what is usual on this machine. */
export interface Threads {
  readonly chosen: number | null;
  readonly usual: number;
}

/** Something to tell once, in the corner: a note of the catalogue and how it went. */
export interface Announcement {
  readonly id: number;
  readonly tone: "info" | "good" | "bad";
  readonly note: Note;
}

export interface Recent {
  readonly fingerprint: string;
  readonly name: string;
  readonly bytes: number;
  /** Id of a built-in sample, which can be opened again without a drop. */
  readonly sample: string | null;
  readonly savedAt: number;
  readonly rows: number;
  readonly columns: number;
  /** What its rows were read as. */
  readonly rowKind: RowKind["kind"];
}

/** Work that is kept on this machine. */
export interface Keeping {
  /** Whether files are kept: null until a person said so, and until then none is. */
  readonly wanted: boolean | null;
  /** All that is kept; null until it was looked for. */
  readonly kept: Kept | null;
  /** How it stands with what is on screen. */
  readonly own: "not-kept" | "saving" | "kept";
  /** Why some or all of it is not kept though it was to be. */
  readonly refused: FailureInfo | null;
}

/** Settings that came without their data, and that nothing is done with until a person wants them. */
export interface SettingsOffer {
  readonly from: "link" | "session";
  /** The file that they were made for; null where that is not told. */
  readonly name: string | null;
  /** How that file is known: its hash, as it begins the id of a table; empty: not at all. */
  readonly content: string;
  readonly project: Project;
  /** What of them could not be used. */
  readonly dropped: readonly Note[];
  /** A person wants them: they wait for the next file. */
  readonly isTaken: boolean;
}

/** One of several files that a kept detector scores. */
export interface ScoredLine {
  readonly name: string;
  readonly status: "waiting" | "working" | "done" | "failed" | "stopped";
  readonly result: ScoredFile | null;
  readonly failure: FailureInfo | null;
}

/** Several files, scored one after the other by a kept detector. */
export interface Scoring {
  readonly model: Pick<ModelCard, "id" | "name" | "noun">;
  readonly lines: readonly ScoredLine[];
  readonly isRunning: boolean;
}

export interface SessionState {
  readonly reading: Reading;
  /** The worker was replaced; the table is read once more for the new one. */
  readonly isRestarting: boolean;
  readonly dataset: DatasetCard | null;
  /** Counts files, and readings of one whose columns stand otherwise: what a screen remembers by position is of one of them. */
  readonly tableNumber: number;
  readonly history: History<Choices>;
  /** What was said of rows, for the table on screen. */
  readonly marked: MarkedRows;
  readonly runs: Readonly<Record<string, RunState>>;
  /** By key of the run. */
  readonly reruns: Readonly<Record<string, Reruns>>;
  readonly viewState: ViewState;
  readonly announcements: readonly Announcement[];
  readonly recents: readonly Recent[];
  readonly keeping: Keeping;
  /** Settings that came without their data; null where there are none. */
  readonly offer: SettingsOffer | null;
  /** Detectors that are kept with what they learned; null until they were asked for. */
  readonly models: readonly ModelCard[] | null;
  /** Several files that a kept detector scores; null: none was asked for. */
  readonly scoring: Scoring | null;
  readonly threads: Threads;
}
