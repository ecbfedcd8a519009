/** Half the height of a flagged mark in pixels, smaller as there are more. */
export function diamondSize(marks: number): number {
  return marks > 2000 ? 3.5 : marks > 300 ? 4.5 : 5.5;
}

/** A diamond drawn once with a rim in the colour of the ground, to be stamped many times with `drawImage`. */
export function diamondStamp(size: number, fill: string, rim: string, ratio: number): HTMLCanvasElement {
  const stamp = document.createElement("canvas");
  const half = size + 1.5;
  stamp.width = stamp.height = Math.ceil(2 * half * ratio);
  const context = stamp.getContext("2d");
  if (!context) return stamp;
  context.scale(ratio, ratio);
  context.translate(half, half);
  context.beginPath();
  context.moveTo(0, -size);
  context.lineTo(size, 0);
  context.lineTo(0, size);
  context.lineTo(-size, 0);
  context.closePath();
  context.fillStyle = fill;
  context.strokeStyle = rim;
  context.lineWidth = 2;
  context.lineJoin = "round";
  context.stroke();
  context.fill();
  return stamp;
}

/** Puts the middle of `stamp` at a place in CSS pixels. */
export function stampAt(
  context: CanvasRenderingContext2D,
  stamp: HTMLCanvasElement,
  x: number,
  y: number,
  ratio: number,
): void {
  const side = stamp.width / ratio;
  context.drawImage(stamp, x - side / 2, y - side / 2, side, side);
}
