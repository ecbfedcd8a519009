import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount, formatNumber, formatTime } from "../../ui/format";
import { countFlagged } from "../cut/cut-steps";
import { ChartFrame } from "../frame/chart-frame";
import { ScoreByRowPlot } from "./score-by-row-plot";
import { firstFlagged, timePositions } from "./shape";

export interface ScoreByRowProps {
  readonly controls?: ReactNode;
  /** By row; NaN where a row has none. */
  readonly scores: Float64Array;
  /** The same scores descending, without NaN. */
  readonly sorted: Float64Array;
  /** Epoch milliseconds of each row, NaN where missing; without it rows lie in their order. */
  readonly times?: Float64Array;
  readonly cut: number;
  onCut(value: number): void;
  /** Unset: logarithmic where the tail is heavy. */
  readonly logScores?: boolean;
  readonly unitLabel: string;
  readonly selectedRow: number | null;
  readonly hoveredRow: number | null;
  /** How a row is named to people; by default “Row 1” for the first. */
  readonly rowName?: (row: number) => string;
  onHover(row: number | null): void;
  onSelect(row: number): void;
  /** Rows in the range drawn, in row order, or null when it is dropped. */
  onRange(rows: Uint32Array | null): void;
}

/** Scores in row order or over time: where strange rows stand, and whether they stand together. */
export function ScoreByRow(props: ScoreByRowProps) {
  const { t, i18n } = useTranslation("charts");
  const { scores, sorted, times, cut } = props;
  const locale = i18n.language;
  const time = useMemo(() => (times ? timePositions(times) : null), [times]);
  const rowName = props.rowName ?? ((row: number) => t("rowName", { row: formatCount(row + 1, locale) }));

  const table = () => ({
    columns: [t("byRow.row"), ...(times ? [t("byRow.when")] : []), t("byRow.score")],
    rows: firstFlagged(scores, cut, 200).map((row) => [
      rowName(row),
      ...(times ? [formatTime(times[row] ?? NaN, locale)] : []),
      formatNumber(scores[row] ?? NaN, locale, 4),
    ]),
    of: countFlagged(sorted, cut),
  });

  return (
    <ChartFrame
      title={t(times ? "byRow.titleTime" : "byRow.title")}
      info={t("byRow.info")}
      controls={props.controls}
      table={table}
      empty={sorted.length === 0 ? t("empty.scores") : undefined}
    >
      {(size) => <ScoreByRowPlot {...props} time={time} rowName={rowName} size={size} />}
    </ChartFrame>
  );
}
