import type { Size } from "../use-size";
import { lettersOf } from "../../ui/letters";
import type { Tick } from "./ticks";

/** Where the plot area lies inside a chart, in pixels. */
export interface Layout extends Size {
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
}

const digitWidth = 6.4;
/** Room for the tick labels and the title of the horizontal axis. */
export const bottomRoom = 38;
/** Half of the last label of the horizontal axis. */
const rightRoom = 24;
/** Room for the title of the vertical axis, which stands above it. */
export const titleRoom = 22;

/** The plot area of a chart of `size` whose vertical labels are the given ones and which needs `top` pixels above it. */
export function layoutOf(size: Size, yTicks: readonly Tick[], top: number): Layout {
  const longest = Math.max(1, ...yTicks.map((tick) => widthOf(tick.label)));
  const left = Math.min(Math.ceil(longest) + 12, Math.floor(size.width * 0.34));
  return {
    ...size,
    left,
    top,
    plotWidth: Math.max(1, size.width - left - rightRoom),
    plotHeight: Math.max(1, size.height - top - bottomRoom),
  };
}

/** About how wide `text` is at 11 px, without asking the DOM; wide scripts count double. */
export function widthOf(text: string): number {
  return lettersOf(text) * digitWidth;
}

/** How high the plot of a chart will be, which its vertical ticks must know before its width is settled. */
export function plotHeightOf(size: Size, top: number): number {
  return Math.max(1, size.height - top - bottomRoom);
}
