import { type Decoder, listOf, oneOf, recordOf, text } from "../project/decoder";

/** The parts of a report that a person may leave out, in the order in which they are read. */
export const reportParts = [
  "data",
  "assumed",
  "detectors",
  "threshold",
  "scores",
  "flagged",
  "evaluation",
  "distrust",
  "decisions",
  "repeat",
] as const;

export type ReportPart = (typeof reportParts)[number];

/** What a person says of the report. */
export interface ReportSettings {
  /** Empty: what the app calls it. */
  readonly heading: string;
  readonly remarks: string;
  /** Parts that are left out. */
  readonly without: readonly ReportPart[];
}

export const REPORT_AT_FIRST: ReportSettings = { heading: "", remarks: "", without: [] };

export const MAX_HEADING = 300;
export const MAX_REMARKS = 20_000;

export const decodeReport: Decoder<ReportSettings> = recordOf<ReportSettings>({
  heading: [text(MAX_HEADING), REPORT_AT_FIRST.heading],
  remarks: [text(MAX_REMARKS), REPORT_AT_FIRST.remarks],
  without: [listOf(oneOf(reportParts), reportParts.length), REPORT_AT_FIRST.without],
});
