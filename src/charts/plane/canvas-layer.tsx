import { memo, useLayoutEffect, useRef } from "react";
import type { Layout } from "../axis/layout";
import classes from "./plane.module.css";

/** Draws into a cleared context in CSS pixels of the plot area; `ratio` device pixels make one of them. */
export type Paint = (context: CanvasRenderingContext2D, width: number, height: number, ratio: number) => void;

/** A canvas over the plot area; painted again only when `paint` or the layout is another object. */
export const CanvasLayer = memo(function CanvasLayer({
  layout,
  paint,
}: {
  readonly layout: Layout;
  readonly paint: Paint;
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { left, top, plotWidth, plotHeight } = layout;

  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(plotWidth * ratio));
    const height = Math.max(1, Math.round(plotHeight * ratio));
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, plotWidth, plotHeight);
    paint(context, plotWidth, plotHeight, ratio);
  }, [paint, plotWidth, plotHeight]);

  return <canvas ref={ref} className={classes.canvas} style={{ left, top, width: plotWidth, height: plotHeight }} />;
});
