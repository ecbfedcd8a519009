import type { Layout } from "../axis/layout";
import classes from "./series-chart.module.css";

/** The one step that was chosen, as an upright line `x` pixels into the plot area; nothing where it is out of view. */
export function Mark({
  x,
  layout: { left, top, plotWidth, plotHeight },
}: {
  readonly x: number;
  readonly layout: Layout;
}) {
  if (!(x >= 0 && x <= plotWidth)) return null;
  return <line className={classes.mark} x1={left + x} x2={left + x} y1={top} y2={top + plotHeight} />;
}
