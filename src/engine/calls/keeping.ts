/** Types only: what is asked of work that is kept between visits. */
import type { FailureInfo } from "../../core/data/failure";
import type { RowKind } from "../../core/kinds/row-kind";
import type { Room } from "../../io/keep/kept-files";
import type { Call, HeavyCall } from "./call";
import type { RunResult } from "./runs";
import type { DatasetCard, Inspection, ReadPlan, Source } from "./tables";

export type { Room };

/** A piece of work that is kept, as it is listed. */
export interface WorkCard {
  readonly id: string;
  readonly name: string;
  readonly savedAt: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowKind: RowKind["kind"];
  /** The built-in sample that it is, so that it has a name in every language. */
  readonly sample: string | null;
  /** All of it on the disk. */
  readonly bytes: number;
}

/** All that is kept, the newest first. */
export interface Kept {
  readonly works: readonly WorkCard[];
  readonly room: Room;
  /** Whether it is there after the page has been closed. */
  readonly isLasting: boolean;
}

export interface KeepRequest {
  readonly id: string;
  readonly savedAt: number;
  readonly sample: string | null;
  /** The document of what a person chose, as it was encoded. */
  readonly project: string;
  readonly dataset: string;
  readonly inspection: Inspection;
  /** Keys of runs. Those that the worker does not have are left out. */
  readonly runs: readonly string[];
}

export interface KeptNow {
  /** What found no room, though the rest was kept; null where all of it is there. */
  readonly refused: FailureInfo | null;
}

/** Work as it was kept, as far as it is there. */
export interface OpenedWork {
  readonly name: string;
  readonly savedAt: number;
  readonly sample: string | null;
  /** As it was encoded. */
  readonly project: unknown;
  /** The files as they came; null where they were not kept. */
  readonly source: Source | null;
  /** The table; null where it has to be read from the source. */
  readonly table: {
    readonly card: DatasetCard;
    readonly plan: ReadPlan;
    readonly inspection: Inspection;
    readonly results: readonly RunResult[];
  } | null;
  /** What was kept and is gone or damaged: the file, the table as it was read, so many runs. */
  readonly lost: { readonly source: boolean; readonly table: boolean; readonly runs: number };
}

export interface SessionFileRequest extends Omit<KeepRequest, "id"> {
  /** Whether the file, the table and what was computed come along, or only what was chosen. */
  readonly withData: boolean;
  /** The kept detector that scores the table, so that it goes on elsewhere; null: none does. */
  readonly model: string | null;
}

/** A session that was opened from its file. */
export type OpenedSession = { readonly isNewer: boolean; readonly isCut: boolean } & (
  | { readonly is: "work"; readonly work: OpenedWork; readonly models: number }
  /** It came without its data, or they are damaged: what was chosen waits for them. */
  | {
      readonly is: "settings";
      readonly name: string;
      readonly project: unknown;
      readonly rows: number;
      readonly columns: number;
      /** How the right data are known: their hash, as it begins the id of a table; empty: not at all. */
      readonly content: string;
    }
);

export interface KeepingCalls {
  kept: Call<null, Kept>;
  /** Keeps the work as it is now: what is there already is not written again. Rejects where nothing at all could be kept. */
  keep: Call<KeepRequest, KeptNow>;
  /** What was chosen since a save began: it is written beside what that one still writes, and not only after it. */
  keepChoices: Call<Pick<KeepRequest, "id" | "savedAt" | "project" | "dataset">, null>;
  /** Opens what was kept. Rejects with "no-work" where neither table nor source is there. */
  openKept: HeavyCall<{ readonly id: string }, OpenedWork>;
  /** The work as it is now, as one file that opens anywhere. */
  sessionFile: HeavyCall<SessionFileRequest, Blob>;
  /** Opens such a file as far as it goes. Rejects with "bad-session" where nothing of it can be read. */
  openSession: HeavyCall<{ readonly file: Blob }, OpenedSession>;
  /** Forgets one, or all where the id is null. */
  forgetKept: Call<{ readonly id: string | null }, Kept>;
}
