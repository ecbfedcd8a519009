import { useId, useMemo } from "react";
import { ThresholdLine } from "../threshold/threshold-line";
import { useThreshold } from "../threshold/use-threshold";
import type { Layout } from "../axis/layout";
import { positionOf, type Scale } from "../axis/scale";
import type { Tick } from "../axis/ticks";
import type { DetailLines } from "./series-chart-props";
import classes from "./series-chart.module.css";
import { bandPath, linePath, type TimeSpan } from "./time-line";

interface Props {
  readonly layout: Layout;
  readonly detail: DetailLines | null;
  readonly span: TimeSpan;
  readonly scale: Scale;
  readonly ticks: readonly Tick[];
  readonly xOf: (time: number) => number;
  readonly sorted: Float64Array;
  readonly threshold: number;
  onThreshold(value: number): void;
}

/** The scores below the line on the same axis of time, with the threshold that can be dragged. */
export function ScoreStrip({ layout, detail, span, scale, ticks, xOf, sorted, threshold, onThreshold }: Props) {
  const { left, top, plotWidth, plotHeight } = layout;
  const id = useId();
  const moving = useThreshold({ along: "y", layout, scale, sorted, threshold, onThreshold });
  const { line, area } = useMemo(() => {
    if (!detail) return { line: "", area: "" };
    const { times, breaks, scores } = detail;
    const yOf = (value: number) => (1 - positionOf(scale, value)) * plotHeight;
    const ground = new Float64Array(scores.length).fill(scale.min);
    const low = ground.map((value, at) => (Number.isNaN(scores[at]) ? NaN : value));
    return {
      line: linePath({ times, breaks, low: scores, high: scores }, span, xOf, yOf),
      area: bandPath({ times, breaks, low, high: scores }, span, 0, xOf, yOf),
    };
  }, [detail, span, scale, xOf, plotHeight]);
  const height = Math.max(0, moving.pixel - top || 0);
  return (
    <>
      <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
        <g transform={`translate(${left} ${top})`}>
          <clipPath id={`${id}all`}>
            <rect width={plotWidth} height={plotHeight} />
          </clipPath>
          <clipPath id={`${id}above`}>
            <rect width={plotWidth} height={height} />
          </clipPath>
          {ticks.map(({ position, label }) => (
            <g key={label} transform={`translate(0 ${(1 - position) * plotHeight})`}>
              <line className={classes.grid} x2={plotWidth} />
              <text x={-6} y={4} textAnchor="end">
                {label}
              </text>
            </g>
          ))}
          <g clipPath={`url(#${id}all)`}>
            <path className={classes.scoreArea} d={area} />
            <path className={classes.score} d={line} />
            <g clipPath={`url(#${id}above)`}>
              <path className={classes.strangeArea} d={area} />
            </g>
          </g>
          <line className={classes.axis} x2={plotWidth} y1={plotHeight} y2={plotHeight} />
        </g>
      </svg>
      {sorted.length > 0 && <ThresholdLine threshold={moving} layout={layout} sorted={sorted} labelled={false} />}
    </>
  );
}
