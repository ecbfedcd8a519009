import { useMemo } from "react";
import { formatCount, formatNumber, formatTime } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { countFlagged } from "../threshold/threshold-steps";
import { ChartFrame } from "../frame/chart-frame";
import { ScoreByRowPlot } from "./score-by-row-plot";
import type { ScoreByRowProps } from "./score-by-row-props";
import { firstFlagged, timePositions } from "./geometry";

/** Scores in row order or over time: where strange rows stand, and whether they stand together. */
export function ScoreByRow(props: ScoreByRowProps) {
  const { t, i18n } = useWords("charts");
  const { scores, sorted, times, threshold } = props;
  const locale = i18n.language;
  const time = useMemo(() => (times ? timePositions(times) : null), [times]);
  const rowName = props.rowName ?? ((row: number) => t("rowName", { row: formatCount(row + 1, locale) }));

  const table = () => ({
    columns: [t("byRow.row"), ...(times ? [t("byRow.when")] : []), t("byRow.score")],
    rows: firstFlagged(scores, threshold, 200).map((row) => [
      rowName(row),
      ...(times ? [formatTime(times[row] ?? NaN, locale)] : []),
      formatNumber(scores[row] ?? NaN, locale, 4),
    ]),
    of: countFlagged(sorted, threshold),
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
