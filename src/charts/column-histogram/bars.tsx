import classes from "./column-histogram.module.css";
import type { Bar } from "./geometry";

interface Props {
  readonly bars: readonly Bar[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The bar that holds the marked value. */
  readonly marked?: number;
}

/** The bars of a small histogram. */
export function Bars({ bars, left, top, width, height, marked = -1 }: Props) {
  return bars.map((bar, at) => {
    const gap = bar.width * width > 4 ? 1 : 0;
    return (
      <rect
        key={at}
        className={at === marked ? classes.markedBar : classes.bar}
        x={left + bar.x * width}
        y={top + (1 - bar.height) * height}
        width={Math.max(0.5, bar.width * width - gap)}
        height={bar.height * height}
      />
    );
  });
}
