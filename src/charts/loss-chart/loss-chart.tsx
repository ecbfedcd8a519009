import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import type { Metric } from "../../core/detect/detector";
import { formatCount, formatNumber } from "../../ui/format";
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

const KEYS_HEIGHT = 22;
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
  return (
    <div className={classes.plot}>
      <Keys names={names} />
      <LineChart
        width={size.width}
        height={size.height - KEYS_HEIGHT}
        data={rows}
        margin={{ top: 10, right: 14, bottom: 16, left: 0 }}
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
          />
        ))}
      </LineChart>
    </div>
  );
}

/** Which line is which. Training curves end close together, so that names at their ends would lie on each other. */
function Keys({ names }: { readonly names: readonly string[] }) {
  return (
    <div className={classes.keys} style={{ height: KEYS_HEIGHT }}>
      {names.map((name, index) => (
        <span key={name} className={classes.key}>
          <svg width={22} height={8} aria-hidden="true">
            <line
              x1={0}
              x2={22}
              y1={4}
              y2={4}
              stroke={strokes[index % strokes.length]}
              strokeDasharray={dashes[index % dashes.length]}
              strokeWidth={2}
            />
          </svg>
          {name}
        </span>
      ))}
    </div>
  );
}
