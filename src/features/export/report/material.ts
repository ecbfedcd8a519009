import type { Stability } from "../../../core/score/stability";
import type { Remark } from "../../../core/remarks/remark";
import type { SessionState } from "../../../state/session-state";
import type { Threshold } from "../../../state/threshold";
import type { DetectorResult } from "../../../state/use-panel";
import type { DatasetCard, Inspection, Judgement, RowsInReport, RunResult } from "../../../engine/protocol";

/** What a report is made of, as it stood when it was asked for. */
export interface ReportMaterial {
  readonly dataset: DatasetCard;
  /** How the file was read; null where nothing was guessed. */
  readonly inspection: Inspection | null;
  readonly choices: SessionState["history"]["present"];
  readonly marked: SessionState["marked"];
  /** The instance that the report tells of, its result, and where strange begins. */
  readonly detector: string;
  readonly result: RunResult;
  readonly isStale: boolean;
  readonly threshold: Threshold;
  /** All that ran. */
  readonly panel: readonly DetectorResult[];
  /** How far the flags hold with other seeds, where that was tried. */
  readonly stability: Stability | null;
  readonly leaks: readonly Remark[];
  readonly rows: RowsInReport;
  /** By what is known, and who was judged in which order; null where nothing is known. */
  readonly judged: {
    readonly judgement: Judgement;
    readonly names: readonly string[];
    readonly isPartial: boolean;
  } | null;
  /** In epoch milliseconds. */
  readonly now: number;
  /** Of the export that goes with it. */
  readonly exportName: string;
}
