import { useLayoutEffect, useMemo, useRef } from "react";
import { heatPixels, type HeatScale } from "../../core/images/heat-colour";
import type { HeatMap } from "./contour";
import classes from "./image.module.css";

/** How an image lies in the square that detectors see. */
export type Fit = "stretch" | "crop" | "pad";

interface PixelsProps {
  readonly width: number;
  readonly height: number;
  /** [height, width, 4]. */
  readonly rgba: Uint8ClampedArray;
  readonly opacity?: number;
}

/** Pixels over the whole of the place they lie in, smoothed by the browser. */
export function Pixels({ width, height, rgba, opacity = 1 }: PixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || rgba.length === 0) return;
    const image = context.createImageData(width, height);
    image.data.set(rgba);
    context.putImageData(image, 0, 0);
  }, [width, height, rgba]);
  return (
    <canvas ref={canvas} className={classes.layer} width={width} height={height} style={{ opacity }} aria-hidden />
  );
}

interface HeatProps {
  readonly map: HeatMap;
  readonly scale: HeatScale;
  readonly ground: "clear" | "opaque";
  readonly opacity?: number;
}

/** A map of heat over the whole of the place it lies in. */
export function HeatLayer({ map: { width, height, values }, scale, ground, opacity = 1 }: HeatProps) {
  const { calm, threshold, most } = scale;
  const rgba = useMemo(
    () => heatPixels(values, { calm, threshold, most }, ground),
    [values, calm, threshold, most, ground],
  );
  return <Pixels {...{ width, height, rgba, opacity }} />;
}

const objectFit = { stretch: "fill", crop: "cover", pad: "contain" } as const;

/** An image in its own shape, in the middle of a square or, with `fit`, as detectors see it. What was drawn stays until the next is there. */
export function BitmapLayer({ bitmap, fit }: { readonly bitmap: ImageBitmap | undefined; readonly fit?: Fit }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (!canvas.current || !bitmap) return;
    canvas.current.width = bitmap.width;
    canvas.current.height = bitmap.height;
    canvas.current.getContext("2d")?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return (
    <canvas
      ref={canvas}
      className={classes.layer}
      width={1}
      height={1}
      style={{ objectFit: fit ? objectFit[fit] : "contain" }}
      aria-hidden
    />
  );
}
