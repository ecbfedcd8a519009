import { memo, useMemo } from "react";
import { linearScale, positionOf } from "../axis/scale";
import classes from "./series-chart.module.css";
import { linePath, piecesOf, valueRange, type TimeLine, type TimeSpan } from "./time-line";

interface Props {
  readonly line: TimeLine;
  readonly spans: readonly TimeSpan[];
  readonly height: number;
}

/** Drawn in these units and stretched to the room there is. */
const WIDTH_UNITS = 400;

/** A series as a small line without axes, its flagged stretches shaded. */
export const SeriesSpark = memo(function SeriesSpark({ line, spans, height }: Props) {
  const { path, pieces } = useMemo(() => {
    const extent = { from: line.times[0] ?? 0, to: line.times.at(-1) ?? 1 };
    const time = linearScale(extent.from, extent.to);
    const range = valueRange([line], extent) ?? { min: 0, max: 1 };
    const value = linearScale(range.min, range.max);
    const xOf = (at: number) => positionOf(time, at) * WIDTH_UNITS;
    const yOf = (at: number) => (1 - positionOf(value, at)) * (height - 4) + 2;
    return { path: linePath(line, extent, xOf, yOf), pieces: piecesOf(spans, xOf, WIDTH_UNITS) };
  }, [line, spans, height]);
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${WIDTH_UNITS} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {pieces.map(({ x, width }) => (
        <rect key={x} className={classes.shadeStrong} x={x} width={width} height={height} />
      ))}
      <path className={classes.small} d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
});
