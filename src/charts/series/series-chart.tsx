import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { ChartFrame } from "../frame/chart-frame";
import { SeriesPlot } from "./series-plot";
import type { SeriesChartProps } from "./series-chart-props";
import { useTimeWords } from "../../ui/use-time-words";

const MAX_TABLE_ROWS = 500;

/** A series in full and in detail, what was expected, what is flagged, and its scores, on one axis of time. */
export function SeriesChart(props: SeriesChartProps) {
  const { t, i18n } = useWords("series");
  const { title, detail, isClock, controls } = props;
  const words = useTimeWords(isClock);
  const number = (value: number | undefined) => formatNumber(value ?? NaN, i18n.language, 4);
  const table = () => {
    const channels = detail?.channels ?? [];
    return {
      columns: [
        t("chart.time"),
        ...channels.flatMap(({ name, expected }) => [
          t("chart.lowest", { name }),
          t("chart.highest", { name }),
          ...(expected ? [t("chart.expected", { name })] : []),
        ]),
        t("chart.score"),
      ],
      rows: Array.from({ length: Math.min(MAX_TABLE_ROWS, detail?.times.length ?? 0) }, (_, at) => [
        words(detail?.times[at] ?? NaN),
        ...channels.flatMap(({ low, high, expected }) => [
          number(low[at]),
          number(high[at]),
          ...(expected ? [number(expected.high[at])] : []),
        ]),
        number(detail?.scores[at]),
      ]),
      of: detail?.times.length ?? 0,
    };
  };
  return (
    <ChartFrame title={title} info={t("chart.info")} controls={controls} table={table}>
      {(size) => <SeriesPlot {...props} size={size} />}
    </ChartFrame>
  );
}
