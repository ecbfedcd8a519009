import { cutText } from "../axis/ticks";
import type { Layout } from "../axis/layout";
import { laneHeight } from "./series-layout";
import type { Lane } from "./series-chart-props";
import classes from "./series-chart.module.css";
import { piecesOf } from "./time-line";

interface Props {
  readonly lanes: readonly Lane[];
  readonly layout: Layout;
  readonly top: number;
  readonly xOf: (time: number) => number;
}

/** What each detector flags: a lane each, on the axis of time. */
export function StretchLanes({ lanes, layout, top, xOf }: Props) {
  const { left, plotWidth } = layout;
  return lanes.map(({ name, spans }, lane) => (
    <g key={lane} transform={`translate(${left} ${top + lane * laneHeight})`}>
      <line className={classes.grid} x2={plotWidth} y1={laneHeight - 0.5} y2={laneHeight - 0.5} />
      <text className={classes.laneName} x={4} y={laneHeight - 8}>
        {cutText(name, Math.floor(plotWidth / 8))}
      </text>
      {piecesOf(spans, xOf, plotWidth).map(({ x, width }) => (
        <rect key={x} className={classes.lane} x={x} width={width} y={laneHeight - 6} height={5} rx={1} />
      ))}
    </g>
  ));
}
