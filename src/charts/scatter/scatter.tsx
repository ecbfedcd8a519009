import { useMemo } from "react";
import { formatCount, formatNumber, formatTime } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { ChartFrame } from "../frame/chart-frame";
import { mapAxis, type AxisKind } from "./geometry";
import { ScatterPlot } from "./scatter-plot";
import type { Say, ScatterProps } from "./scatter-props";

/** Points of two columns or components; flagged rows are diamonds on top. */
export function Scatter(props: ScatterProps) {
  const { t, i18n } = useWords("charts");
  // On other axes the part in view would be another: all of it is shown again.
  const plane = `${props.xLabel} ${props.yLabel}`;
  const { rows, x, y, xKind, yKind, xLevels, yLevels, xLog, yLog, score100, flaggedCount } = props;
  const locale = i18n.language;
  const axes = useMemo(
    () => ({ x: mapAxis(x, xKind, xLevels, rows, xLog), y: mapAxis(y, yKind, yLevels, rows, yLog) }),
    [rows, x, y, xKind, yKind, xLevels, yLevels, xLog, yLog],
  );
  const drawable = useMemo(
    () => axes.x.positions.some((position, at) => !Number.isNaN(position + (axes.y.positions[at] ?? NaN))),
    [axes],
  );

  const sayFor =
    (kind: AxisKind, levels: readonly string[] | null): Say =>
    (value) => {
      if (kind === "category" || kind === "text") return levels?.[value] ?? t("scatter.missing");
      if (Number.isNaN(value)) return t("scatter.missing");
      return kind === "time" ? formatTime(value, locale) : formatNumber(value, locale, 4);
    };
  const sayX = sayFor(xKind, xLevels);
  const sayY = sayFor(yKind, yLevels);
  const rowName = props.rowName ?? ((row: number) => t("rowName", { row: formatCount(row + 1, locale) }));

  const table = () => {
    const shown = Math.min(200, flaggedCount, rows.length);
    return {
      columns: [t("scatter.row"), props.xLabel, props.yLabel, ...(score100 ? [t("scatter.unusual")] : [])],
      rows: [...rows.subarray(0, shown)].map((row, at) => [
        rowName(row),
        sayX(x[at] ?? NaN),
        sayY(y[at] ?? NaN),
        ...(score100 ? [formatNumber(score100[at] ?? NaN, locale)] : []),
      ]),
      of: flaggedCount,
    };
  };

  return (
    <ChartFrame
      title={props.title ?? t("scatter.title")}
      info={t("scatter.info")}
      controls={props.controls}
      table={table}
      empty={drawable ? undefined : t("empty.points")}
    >
      {(size) => (
        <ScatterPlot key={plane} {...props} axes={axes} sayX={sayX} sayY={sayY} rowName={rowName} size={size} />
      )}
    </ChartFrame>
  );
}
