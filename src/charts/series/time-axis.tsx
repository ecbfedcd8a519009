import type { Tick } from "../axis/ticks";
import type { Layout } from "../axis/layout";
import classes from "./series-chart.module.css";

/** The ticks of time at the foot of the chart. */
export function TimeAxis({ ticks, layout }: { readonly ticks: readonly Tick[]; readonly layout: Layout }) {
  const foot = layout.top + layout.plotHeight;
  return ticks.map(({ position, label }) => (
    <g key={`${label}${position}`} transform={`translate(${layout.left + position * layout.plotWidth} ${foot})`}>
      <line className={classes.axis} y2={4} />
      <text y={17} textAnchor="middle">
        {label}
      </text>
    </g>
  ));
}
