import { useId } from "react";
import type { Layout } from "../axis/layout";
import { positionOf, type Scale } from "../axis/scale";
import type { Tick } from "../axis/ticks";
import type { ChannelLine, DetailLines } from "./series-chart-props";
import classes from "./series-chart.module.css";
import { bandPath, linePath, type Piece, type TimeSpan } from "./time-line";

/** A channel on its scale; several share a strip when they are overlaid. */
export interface StripLine {
  readonly channel: ChannelLine;
  readonly scale: Scale;
}

interface Props {
  readonly layout: Layout;
  readonly detail: DetailLines;
  readonly lines: readonly StripLine[];
  readonly span: TimeSpan;
  /** None where the lines have scales of their own. */
  readonly ticks: readonly Tick[];
  readonly xOf: (time: number) => number;
  readonly flagged: readonly Piece[];
  readonly labelled?: readonly Piece[];
  readonly ignored?: readonly Piece[];
  readonly selected: readonly Piece[];
}

export const dashes = ["", "7 3", "2 3", "8 3 2 3", "12 4", "4 2", "1 2", "10 2 2 2"];

/** What was measured, over what was expected and its band; what is flagged is shaded and drawn in the strange colour. */
export function DetailStrip({
  layout,
  detail,
  lines,
  span,
  ticks,
  xOf,
  flagged,
  labelled = [],
  ignored = [],
  selected,
}: Props) {
  const { left, top, plotWidth, plotHeight } = layout;
  const id = useId();
  const { times, breaks } = detail;
  return (
    <g transform={`translate(${left} ${top})`}>
      <clipPath id={`${id}all`}>
        <rect width={plotWidth} height={plotHeight} />
      </clipPath>
      <clipPath id={`${id}flagged`}>
        {flagged.map(({ x, width }) => (
          <rect key={x} x={x} width={width} height={plotHeight} />
        ))}
      </clipPath>
      {ticks.map(({ position, label }) => (
        <g key={label} transform={`translate(0 ${(1 - position) * plotHeight})`}>
          <line className={classes.grid} x2={plotWidth} />
          <text x={-6} y={4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {ignored.map(({ x, width }) => (
        <rect key={x} className={classes.ignored} x={x} width={width} height={plotHeight} />
      ))}
      {labelled.map(({ x, width }) => (
        <g key={x}>
          <rect className={classes.labelled} x={x} width={width} height={plotHeight} />
          <rect className={classes.labelledEdge} x={x} width={width} height={4} />
        </g>
      ))}
      {flagged.map(({ x, width }) => (
        <rect key={x} className={classes.shade} x={x} width={width} height={plotHeight} />
      ))}
      {selected.map(({ x, width }) => (
        <rect key={x} className={classes.selected} x={x} width={width} height={plotHeight} />
      ))}
      <g clipPath={`url(#${id}all)`}>
        {lines.map(({ channel, scale }, index) => {
          const yOf = (value: number) => (1 - positionOf(scale, value)) * plotHeight;
          const line = linePath({ ...channel, times, breaks }, span, xOf, yOf);
          const { expected } = channel;
          const dash = lines.length > 1 ? dashes[index % dashes.length] : "";
          return (
            <g key={index}>
              {expected && lines.length === 1 && (
                <>
                  <path
                    className={classes.band}
                    d={bandPath({ ...expected, times, breaks }, span, expected.spread, xOf, yOf)}
                  />
                  <path className={classes.expected} d={linePath({ ...expected, times, breaks }, span, xOf, yOf)} />
                </>
              )}
              <path className={classes.line} strokeDasharray={dash} d={line} />
              <g clipPath={`url(#${id}flagged)`}>
                <path className={classes.strange} strokeDasharray={dash} d={line} />
              </g>
            </g>
          );
        })}
      </g>
    </g>
  );
}
