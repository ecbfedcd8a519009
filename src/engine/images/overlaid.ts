/** Where an image lies on a canvas, from its top. */
interface Place {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Draws a heat map over an image, where the square that detectors see lies on it. */
export function laidOver(
  context: OffscreenCanvasRenderingContext2D,
  pixels: Uint8ClampedArray<ArrayBuffer>,
  side: number,
  { left, width, height }: Place,
  fit: "stretch" | "crop" | "pad",
): void {
  const heat = new OffscreenCanvas(side, side);
  heat.getContext("2d")?.putImageData(new ImageData(pixels, side, side), 0, 0);
  const square = fit === "crop" ? Math.min(width, height) : Math.max(width, height);
  const [across, down] = fit === "stretch" ? [width, height] : [square, square];
  context.save();
  context.beginPath();
  context.rect(left, 0, width, height);
  context.clip();
  context.drawImage(heat, left + (width - across) / 2, (height - down) / 2, across, down);
  context.restore();
}
