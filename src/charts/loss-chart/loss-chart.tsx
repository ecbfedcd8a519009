import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import type { Metric } from "../../core/detect/detector";
import { formatCount, formatNumber } from "../../ui/format";
import { widthOf } from "../axis/layout";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import classes from "./loss-chart.module.css";
import { curvesOf, stepRows, valueAxis, wantsLog, type Curve } from "./shape";

export interface LossChartProps {
  readonly metrics: readonly Metric[];
  /** The name of a metric for people; by default the name it has. */
  readonly nameOf?: (name: string) => string;
  /** Unset: logarithmic where the values allow it and span more than a power of ten. */
  readonly log?: boolean;
}

const strokes = ["var(--ae-text)", "var(--ae-ordinary)"];
const dashes = ["", "6 3", "2 3", "8 3 2 3"];

/** Training curves as they grow. */
export function LossChart({ metrics, nameOf = (name) => name, log }: LossChartProps) {
  const { t, i18n } = useTranslation("charts");
  const curves = useMemo(() => curvesOf(metrics), [metrics]);
  const table = () => ({
    columns: [t("loss.at"), ...curves.map((curve) => nameOf(curve.name))],
    rows: stepRows(curves, 200).map((row) => [
      formatCount(row["at"] ?? NaN, i18n.language),
      ...curves.map((_, index) => formatNumber(row[String(index)] ?? NaN, i18n.language, 4)),
    ]),
  });
  return (
    <ChartFrame
      title={t("loss.title")}
      info={t("loss.info")}
      table={table}
      empty={curves.length === 0 ? t("empty.metrics") : undefined}
    >
      {(size) => <Plot curves={curves} nameOf={nameOf} log={log ?? wantsLog(curves)} size={size} />}
    </ChartFrame>
  );
}

interface PlotProps {
  readonly curves: readonly Curve[];
  readonly nameOf: (name: string) => string;
  readonly log: boolean;
  readonly size: Size;
}

function Plot({ curves, nameOf, log, size }: PlotProps) {
  const { t, i18n } = useTranslation("charts");
  const locale = i18n.language;
  const rows = useMemo(() => stepRows(curves, 300), [curves]);
  const axis = useMemo(() => valueAxis(curves, log), [curves, log]);
  const names = curves.map((curve) => nameOf(curve.name));
  // The end of each line carries its name, so the plot leaves room for the longest.
  const room = Math.min(size.width * 0.35, Math.max(...names.map(widthOf)) + 14);
  return (
    <div className={classes.plot}>
      <LineChart
        width={size.width}
        height={size.height}
        data={rows}
        margin={{ top: 10, right: room, bottom: 16, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--ae-grid)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={["dataMin", "dataMax"]}
          tickFormatter={(at: number) => formatCount(at, locale)}
          allowDecimals={false}
          minTickGap={40}
          stroke="var(--ae-axis)"
          height={22}
          label={{ value: t("loss.x"), position: "insideBottomRight", offset: -14, className: classes.name ?? "" }}
        />
        <YAxis
          scale={log ? "log" : "linear"}
          domain={axis.domain}
          ticks={axis.ticks}
          interval={0}
          allowDataOverflow={false}
          tickFormatter={(value: number) => formatNumber(value, locale)}
          axisLine={false}
          tickSize={0}
          tickMargin={6}
          width={52}
          stroke="var(--ae-axis)"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--ae-axis)" }}
          labelFormatter={(at) => t("loss.tip", { at: formatCount(Number(at), locale) })}
          formatter={(value) => formatNumber(Number(value), locale, 4)}
        />
        {curves.map((curve, index) => (
          <Line
            key={curve.name}
            name={names[index] ?? ""}
            dataKey={String(index)}
            stroke={strokes[index % strokes.length] ?? ""}
            strokeDasharray={dashes[index % dashes.length] ?? ""}
            strokeWidth={2}
            dot={curve.points.length === 1}
            connectNulls
            isAnimationActive={false}
            label={(point) =>
              point.index === rows.length - 1 ? (
                <text className={classes.name} x={Number(point.x) + 6} y={Number(point.y) + 4}>
                  {names[index]}
                </text>
              ) : (
                <g />
              )
            }
          />
        ))}
      </LineChart>
    </div>
  );
}
