import { memo, type ReactNode } from "react";
import { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import classes from "./plot-axes.module.css";
import { bottomRoom, type Layout } from "./layout";
import type { Tick } from "./ticks";

interface Props {
  readonly layout: Layout;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Points in positions (0 to 1 on both axes) for the recharts series given as children. */
  readonly data?: readonly object[];
  readonly children?: ReactNode;
}

/** Recharts breaks labels at spaces; ours are one line each. */
function unbroken(label = ""): string {
  return label.replaceAll(" ", "\u00a0");
}

const corners = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

/**
 * The axes of a chart. Recharts sees positions from 0 to 1, so that every scale is linear to it and the plot
 * area is exactly that of `layout`, on which overlays and canvases rely. Memoised: it costs tens of milliseconds.
 */
export const PlotAxes = memo(function PlotAxes({ layout, xTicks, yTicks, xLabel, yLabel, data, children }: Props) {
  return (
    <div className={classes.axes} aria-hidden="true">
      <ComposedChart
        width={layout.width}
        height={layout.height}
        margin={{ top: layout.top, right: layout.width - layout.left - layout.plotWidth, bottom: 0, left: 0 }}
        data={data ? [...data] : corners}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} syncWithTicks stroke="var(--ae-grid)" />
        <XAxis
          type="number"
          dataKey="x"
          domain={[0, 1]}
          allowDataOverflow
          height={bottomRoom}
          ticks={xTicks.map((tick) => tick.position)}
          tickFormatter={(_, at) => unbroken(xTicks[at]?.label)}
          interval={0}
          tickSize={4}
          tickMargin={3}
          stroke="var(--ae-axis)"
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[0, 1]}
          allowDataOverflow
          width={layout.left}
          ticks={yTicks.map((tick) => tick.position)}
          tickFormatter={(_, at) => unbroken(yTicks[at]?.label)}
          interval={0}
          tickSize={0}
          tickMargin={6}
          axisLine={false}
          stroke="var(--ae-axis)"
        />
        {children ?? <Line dataKey="y" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />}
        <text className={classes.title} x={layout.left + layout.plotWidth} y={layout.height - 4} textAnchor="end">
          {xLabel}
        </text>
        <text className={classes.title} x={4} y={12}>
          {yLabel}
        </text>
      </ComposedChart>
    </div>
  );
});
