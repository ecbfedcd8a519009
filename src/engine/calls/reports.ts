/** Types only: what a report tells of rows. */
import type { Cell } from "../../core/data/column";
import type { RowExplanation } from "../../core/explain/explanation";
import type { HeavyCall } from "./call";
import type { FindingsRequest, Thing } from "./findings";
import type { Line } from "./series-lines";

export interface ReportRequest extends FindingsRequest {
  /** Whether something is drawn of each thing, where its kind has something to draw. */
  readonly pictures: boolean;
  /** Whether the file is read once more, so that it can be told from others by its SHA-256. */
  readonly digests: boolean;
}

/** Something of a thing that is drawn. */
export type Picture =
  | { readonly is: "image"; readonly mediaType: string; readonly bytes: Uint8Array }
  | {
      readonly is: "course";
      readonly isClock: boolean;
      /** The times of the first and the last step that are flagged. */
      readonly from: number;
      readonly to: number;
      /** The channels that are blamed, by their columns, and what is around. */
      readonly channels: readonly (Line & { readonly column: number })[];
    }
  | {
      readonly is: "events";
      /** Symbols in their order; empty: an event without one. */
      readonly symbols: readonly string[];
      /** Which of them stands out. */
      readonly here: number;
      /** Events of the sequence that are not told, in front and behind. */
      readonly before: number;
      readonly after: number;
    };

/** What is known of a thing that stands out. */
export interface ThingInReport extends Thing {
  /** The place of the row in its file, from 1. */
  readonly sourceRow: number;
  /** NaN: it has none. */
  readonly score: number;
  /** By column; long texts are cut off. */
  readonly cells: readonly Cell[];
  readonly explanation: RowExplanation | null;
  readonly picture: Picture | null;
}

/** What tells a file from all others. */
export interface FileDigest {
  /** Empty: the list of all files, each with its hash, as `sha256sum` writes it, in the order of their names. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface RowsInReport {
  readonly things: readonly ThingInReport[];
  /** How many there are. */
  readonly total: number;
  /** One for each of few files, else one for all; none where they were not asked for, or can no longer be read. */
  readonly files: readonly FileDigest[];
  /** How many files there are. */
  readonly fileCount: number;
}

export interface ReportCalls {
  report: HeavyCall<ReportRequest, RowsInReport>;
}
